package org.physgrad.engine.training;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All that a run depends on between two iterations, beside its experiment: random numbers follow from the seed and the iteration.
 *
 * @param iteration number of iterations that went into it
 * @param parameters flat parameters in DL4J's layout, running statistics of batch normalization included
 * @param updaterState flat state of the updater in DL4J's layout, empty for updaters without one
 */
public record TrainingState(int iteration, INDArray parameters, Optional<INDArray> updaterState) {

    /** Puts the state into the network that it was taken of. */
    void restore(ComputationGraph network) {
        restoreParameters(network);
        updaterState.ifPresent(
                state -> network.getUpdater(true).getStateViewArray().assign(state));
        network.getConfiguration().setIterationCount(iteration);
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
