package org.physgrad.workbench.spi;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work that takes longer than a moment, done off the event thread.
 *
 * @param <T> what comes out
 */
@ConsumerType
@FunctionalInterface
public interface Task<T> {

    /** Where a task says how far it is. May be called from any thread. */
    @ProviderType
    interface Progress {

        /**
         * Says how far the task is.
         *
         * @param fraction from 0 to 1, negative where that is unknown
         * @param message what it does now
         */
        void report(double fraction, String message);

        /** Whether somebody cancelled the task, or the window closes; it should end soon then. */
        boolean cancelled();
    }

    /**
     * Does the work, on a background thread.
     *
     * @param progress to report to
     * @return the outcome
     * @throws Exception if it fails; the window shows the message with its details
     */
    T run(Progress progress) throws Exception;
}
