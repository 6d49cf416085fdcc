package org.physgrad.math;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Objects with work arrays that one thread uses at a time, made when all are in use and kept for the next user. Safe for use by several threads.
 *
 * @param <T> type of the objects
 */
public final class Pool<T> {

    private final Supplier<T> maker;
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();

    /**
     * Makes an empty pool.
     *
     * @param maker makes an object when none is idle
     */
    public Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    /**
     * Lends an object for the time of a call.
     *
     * @param user gets the object; must not keep it
     */
    public void use(Consumer<? super T> user) {
        T object = idle.poll();
        if (object == null) {
            object = maker.get();
        }
        // Not given back when the user throws: what its work arrays hold then is unknown.
        user.accept(object);
        idle.add(object);
    }
}
