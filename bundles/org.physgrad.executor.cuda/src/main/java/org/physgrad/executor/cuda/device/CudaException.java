package org.physgrad.executor.cuda.device;

/** Something the GPU or its driver could not do. The message says what, why, and what helps. */
public final class CudaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CudaException(String message) {
        super(message);
    }
}
