package org.physgrad.cli.arrays;

import org.physgrad.engine.catalog.Kind;

/**
 * The check of one kind of part.
 *
 * @param <T> the contract
 */
interface PartCheck<T> {

    /** The kind that it checks. */
    Kind<T> kind();

    /**
     * Checks a part and prints what was found.
     *
     * @param type its type name
     * @param part an instance
     * @return whether all holds
     */
    boolean run(String type, T part, CheckRequest request);
}
