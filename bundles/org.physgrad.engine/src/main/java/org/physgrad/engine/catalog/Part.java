package org.physgrad.engine.catalog;

/**
 * An instance of a part, made for one run.
 *
 * @param <T> the contract
 */
public interface Part<T> extends AutoCloseable {

    /**
     * The part itself.
     *
     * @return the instance
     */
    T get();

    /** Lets go of the instance. */
    @Override
    void close();
}
