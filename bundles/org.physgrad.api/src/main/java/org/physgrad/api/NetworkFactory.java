package org.physgrad.api;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;
import org.osgi.annotation.versioning.ConsumerType;

/** Describes a network as a DL4J configuration that every executor can read. */
@ConsumerType
public interface NetworkFactory {

    /** Start of the component factory name of every network; the type name follows. */
    String FACTORY = "org.physgrad.network/";

    /**
     * Says why this network does not fit a problem.
     *
     * @param inputShape shape of one input, {@code [channels, nx, ny]} or {@code [features]}
     * @param outputShape shape of one output, likewise
     * @return the reason, as a clause that can follow "because"; empty if it fits
     */
    default Optional<String> refuses(long[] inputShape, long[] outputShape) {
        return Optional.empty();
    }

    /**
     * Describes the network: one input, one output without a loss, no division of gradients by the batch size.
     *
     * @param inputShape shape of one input
     * @param outputShape shape of one output
     * @param updater how weights are updated
     * @return the configuration, float32
     */
    ComputationGraphConfiguration configure(long[] inputShape, long[] outputShape, IUpdater updater);

    /**
     * Sets the initial weights. The default keeps those that DL4J drew from the configuration.
     *
     * @param network the initialised graph of {@link #configure}
     * @param random the random numbers of this run's weights
     */
    default void initialize(ComputationGraph network, RandomGenerator random) {
        // DL4J's own initialisation stands.
    }
}
