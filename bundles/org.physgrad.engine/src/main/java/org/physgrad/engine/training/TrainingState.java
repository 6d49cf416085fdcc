package org.physgrad.engine.training;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All that a run depends on between two iterations, beside its experiment: random numbers follow from the seed and the iteration.
 *
 * @param iteration number of iterations that went into it
 * @param parameters flat parameters in DL4J's layout, running statistics of batch normalization included
 * @param updaterState what the update rule remembers
 */
public record TrainingState(int iteration, INDArray parameters, UpdaterState updaterState) {

    /** Copies the state of a network. */
    static TrainingState of(int iteration, ComputationGraph network) {
        return new TrainingState(
                iteration, network.params().dup(), UpdaterState.of(network).copy());
    }

    /**
     * Puts the state into a new network of the same configuration, the update rule excepted.
     *
     * @return why the update rule starts from an empty state, for people; empty if it goes on from this one
     */
    Optional<String> restore(ComputationGraph network) {
        restoreParameters(network);
        return updaterState.restore(network);
    }

    /**
     * Puts the parameters alone into a network, which is enough to predict with it.
     *
     * @param network a network of the same configuration
     * @throws IllegalArgumentException if it has another number of parameters; the message names both
     */
    public void restoreParameters(ComputationGraph network) {
        if (parameters.length() != network.params().length()) {
            throw new IllegalArgumentException("the checkpoint holds " + parameters.length()
                    + " parameters, the network of this experiment has "
                    + network.params().length());
        }
        network.setParams(parameters.reshape(network.params().shape()));
    }
}
