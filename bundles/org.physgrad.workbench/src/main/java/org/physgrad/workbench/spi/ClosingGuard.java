package org.physgrad.workbench.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Has a say when the window closes. Register it as an OSGi service under this interface. */
@ConsumerType
public interface ClosingGuard {

    /**
     * Says what would be interrupted or lost.
     *
     * @return one or two sentences, for people; empty if nothing would
     */
    Optional<String> objection();

    /**
     * Brings everything into a good state, such as by cancelling a run with its checkpoint kept. Called on a background thread, after people agreed; the
     * process ends when it returns.
     */
    default void close() {}
}
