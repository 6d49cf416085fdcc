package org.physgrad.engine.training;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.api.Problem;
import org.physgrad.engine.experiment.Experiment;

/**
 * What a network answers outside of training: batch normalization uses the running statistics that training has collected, so that the answer to an
 * observation does not depend on what else is in the batch.
 *
 * <p>Used by one thread at a time.
 */
public final class Prediction implements AutoCloseable {

    private final Problem problem;
    private final NetworkExecutor executor;
    private final ComputationGraph network;
    private final int threads;
    private NetworkInference inference;

    Prediction(Problem problem, NetworkExecutor executor, ComputationGraph network, int threads) {
        this.problem = problem;
        this.executor = executor;
        this.network = network;
        this.threads = threads;
    }

    /**
     * Makes a network ready to answer, by the executor that the experiment would be trained with, or where that cannot run here by another one.
     *
     * @param parts the parts of the experiment
     * @param experiment the experiment
     * @param network its network, which does not change any more
     * @param threads processor threads to use, at least 1
     * @return the prediction; close it before the parts
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if no executor can run the network
     */
    public static Prediction open(Parts parts, Experiment experiment, ComputationGraph network, int threads) {
        NetworkExecutor executor =
                parts.answering(experiment.executor(), network).executor();
        return new Prediction(parts.problem(), executor, network, threads);
    }

    /**
     * Answers observations.
     *
     * @param batch observations y*, {@code [batch, effectShape...]}, and their context, both in the simulator's precision; a true cause is not looked at
     * @return causes x0, {@code [batch, causeShape...]} in the simulator's precision, a fresh array
     * @throws IllegalArgumentException if a shape does not fit the problem; the message names both shapes
     */
    public INDArray of(Batch batch) {
        try (INDArray input = problem.input(batch)) {
            if (inference == null) {
                inference =
                        executor.openInference(network, problem.inputShape(), Math.toIntExact(input.size(0)), threads);
            }
            try (INDArray output = inference.output(input)) {
                INDArray cause = problem.cause(output, batch);
                // A problem may hand the network's output through, which is closed here.
                return cause.data() == output.data() ? cause.dup() : cause;
            }
        }
    }

    @Override
    public void close() {
        if (inference != null) {
            inference.close();
        }
    }
}
