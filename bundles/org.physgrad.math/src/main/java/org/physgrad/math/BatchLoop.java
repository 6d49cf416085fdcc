package org.physgrad.math;

import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
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

    /**
     * The same for bodies that need work arrays: those of a thread are used again for its next example.
     *
     * @param <W> type of what holds the work arrays
     * @param size number of examples
     * @param maker makes the work arrays of one thread
     * @param body called with work arrays, which hold anything, and each index from 0 to size - 1, in any order
     */
    public static <W> void forEach(int size, Supplier<W> maker, ObjIntConsumer<W> body) {
        Pool<W> pool = new Pool<>(maker);
        forEach(size, example -> pool.use(work -> body.accept(work, example)));
    }
}
