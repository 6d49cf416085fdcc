package org.physgrad.engine.training;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;

/**
 * What a network answers outside of training: batch normalization uses the running statistics that training has collected, so that the answer to an
 * observation does not depend on what else is in the batch.
 */
public final class Prediction {

    private Prediction() {}

    /**
     * Answers observations. Does not change the network.
     *
     * @param problem the problem
     * @param network its network
     * @param batch observations y*, {@code [batch, effectShape...]}, and their context, both in the simulator's precision; a true cause is not looked at
     * @return causes x0, {@code [batch, causeShape...]} in the simulator's precision, a fresh array
     * @throws IllegalArgumentException if a shape does not fit the problem; the message names both shapes
     */
    public static INDArray of(Problem problem, ComputationGraph network, Batch batch) {
        try (INDArray input = problem.input(batch);
                INDArray output = network.outputSingle(false, input)) {
            INDArray cause = problem.cause(output, batch);
            // A problem may hand the network's output through, which is closed here.
            return cause.data() == output.data() ? cause.dup() : cause;
        }
    }
}
