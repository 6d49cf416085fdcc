package org.physgrad.api;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A network in training together with the physics it learns from: whole iterations of Algorithm 1 without a way back to the processor in between. One
 * iteration is {@link #learn} or {@link #learnFromCauses}, then {@link #update}. Used by one thread at a time.
 */
@ConsumerType
public interface ResidentExecution extends NetworkExecution {

    /**
     * What an iteration measured.
     *
     * @param metrics the problem's metrics, averaged over the batch, in the order of {@link Problem#metricNames}
     * @param loss the training loss of the scheme, mean over the batch
     * @param solverCalls number of times the inverse solver was called
     * @param finite whether dL/doutput is finite
     * @param weightsFinite whether the gradients of the weights are
     */
    record Measurement(List<Double> metrics, double loss, int solverCalls, boolean finite, boolean weightsFinite) {}

    /**
     * What can be looked at after an iteration.
     *
     * @param target observations y*, {@code [batch, effectShape...]}
     * @param x0 predicted causes, {@code [batch, causeShape...]}
     * @param y0 their effects
     * @param gradient dL/dx0 before clipping
     */
    record Sample(INDArray target, INDArray x0, INDArray y0, INDArray gradient) {}

    /**
     * Predicts, lets the scheme decide on dL/dx0 and carries it back to the weights.
     *
     * @param batch the mini-batch; not changed
     * @return what was measured; the weights are as before
     */
    Measurement learn(Batch batch);

    /**
     * Simulates the observations first.
     *
     * @param causes true causes of the mini-batch, {@code [batch, causeShape...]}; not changed
     * @return what was measured; the weights are as before
     */
    Measurement learnFromCauses(INDArray causes);

    /**
     * Fetches what the last iteration worked with.
     *
     * @return fresh arrays
     */
    Sample sample();
}
