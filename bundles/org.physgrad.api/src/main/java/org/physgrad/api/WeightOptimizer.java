package org.physgrad.api;

import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns gradients of the weights into weight updates. */
@ConsumerType
public interface WeightOptimizer {

    /** Start of the component factory name of every weight optimizer; the type name follows. */
    String FACTORY = "org.physgrad.optimizer/";

    /**
     * Describes the update rule.
     *
     * @return the rule as an ND4J updater
     */
    IUpdater updater();
}
