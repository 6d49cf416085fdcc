package org.physgrad.executor.cuda.device;

import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Checks what calls of the driver return. */
final class Status {

    private Status() {}

    /**
     * Checks a call.
     *
     * @param status what it returned
     * @param what what was tried, as in "cannot ..."
     * @throws CudaException if it failed
     */
    static void check(int status, String what) {
        if (status != cudart.CUDA_SUCCESS) {
            throw new CudaException("the GPU cannot " + what + ": " + describe(status));
        }
    }

    /** Name and explanation of a status. */
    static String describe(int status) {
        try (PointerPointer<BytePointer> name = new PointerPointer<>(1);
                PointerPointer<BytePointer> text = new PointerPointer<>(1)) {
            boolean known = cudart.cuGetErrorName(status, name) == cudart.CUDA_SUCCESS
                    && cudart.cuGetErrorString(status, text) == cudart.CUDA_SUCCESS;
            return known
                    ? text.get(BytePointer.class, 0).getString() + " ("
                            + name.get(BytePointer.class, 0).getString() + ")"
                    : "error " + status;
        }
    }
}
