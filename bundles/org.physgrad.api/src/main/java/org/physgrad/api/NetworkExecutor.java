package org.physgrad.api;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Runs networks: one way to compute forward, backward and update. The DL4J graph holds the flat parameters and the updater state in DL4J's layout,
 * whoever computes, so that checkpoints move between executors.
 */
@ConsumerType
public interface NetworkExecutor {

    /** Start of the component factory name of every executor; the type name follows. */
    String FACTORY = "org.physgrad.executor/";

    /**
     * Ranks executors for experiments that leave the choice to the program: the highest rank that does not refuse the network is taken.
     *
     * @return 0 for the reference, more for faster ones; less for those that are only taken by name, because they miss something on this machine or because people
     *     should know that they compute less exactly
     */
    default int rank() {
        return 0;
    }

    /**
     * Tells how exactly numbers between layers are kept.
     *
     * @return the largest relative error of rounding one, 2<sup>-24</sup> for float32
     */
    default double unitRoundoff() {
        return 0x1p-24;
    }

    /**
     * Tells people what this executor found on this machine, or what it misses there.
     *
     * @return one line, such as the name of a device; empty if there is nothing to say
     */
    default String availability() {
        return "";
    }

    /**
     * Says why this executor cannot run a network.
     *
     * @param network the initialised network
     * @param inputShape shape of one input, without the batch axis
     * @return the reason, naming the layer, as a clause that can follow "because"; empty if it can
     */
    default Optional<String> refuses(ComputationGraph network, long[] inputShape) {
        return Optional.empty();
    }

    /**
     * Prepares a network for training.
     *
     * @param network the initialised network; its parameters and updater state are the starting point
     * @param inputShape shape of one input, without the batch axis
     * @param batchSize number of examples per step
     * @param threads processor threads to use, at least 1
     * @return the prepared network; close it to free its memory
     */
    NetworkExecution open(ComputationGraph network, long[] inputShape, int batchSize, int threads);

    /**
     * Prepares a network for answers outside of training. By default DL4J's own layers compute them, on as many threads as ND4J uses.
     *
     * @param network the initialised network, as it is now: whether later changes of its parameters are seen is unspecified
     * @param inputShape shape of one input, without the batch axis
     * @param batchSize number of examples that most calls will bring; any other number works too
     * @param threads processor threads to use, at least 1
     * @return the prepared network; close it to free its memory
     */
    default NetworkInference openInference(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
        return input -> network.outputSingle(false, input);
    }

    /**
     * Prepares whole iterations, physics included.
     *
     * @param network the initialised network; its parameters and updater state are the starting point
     * @param task what else an iteration computes
     * @return the prepared training; empty if this executor computes networks alone, or a part of the run offers no code for it
     */
    default Optional<ResidentExecution> openResident(ComputationGraph network, ResidentTask task) {
        return Optional.empty();
    }
}
