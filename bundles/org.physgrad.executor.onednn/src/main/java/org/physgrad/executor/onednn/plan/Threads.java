package org.physgrad.executor.onednn.plan;

import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Limits the threads of oneDNN. oneDNN has no setting of its own: it opens as many threads as OpenMP allows the calling thread, and shares the OpenMP library
 * with ND4J, whose setter therefore works for both.
 */
public final class Threads {

    private Threads() {}

    /**
     * Limits what the calling thread starts from now on.
     *
     * @param threads number of threads, at least 1
     */
    public static void limit(int threads) {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    }
}
