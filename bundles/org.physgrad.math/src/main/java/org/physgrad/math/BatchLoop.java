package org.physgrad.math;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work on the examples of a batch, spread over the threads of the run. */
public final class BatchLoop {

    private BatchLoop() {}

    /**
     * Runs a body once per example, on the threads of the pool that the caller runs in. Bodies must not touch each other's data; then the
     * result does not depend on the number of threads.
     *
     * @param size number of examples
     * @param body called with each index from 0 to size - 1, in any order
     */
    public static void forEach(int size, IntConsumer body) {
        IntStream.range(0, size).parallel().forEach(body);
    }
}
