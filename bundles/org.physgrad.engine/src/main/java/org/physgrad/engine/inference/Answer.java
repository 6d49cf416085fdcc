package org.physgrad.engine.inference;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Solution.Outcome;

/**
 * What was found for a batch of observations. Its arrays live outside the Java heap: close it to free them.
 *
 * @param x the causes, {@code [batch, causeShape...]}
 * @param y their effects P(x), {@code [batch, effectShape...]}
 * @param before how well the network's causes explain the observations, per example
 * @param after the same for x; equal to {@code before} without refinement
 * @param outcomes how refinement went, per example
 */
public record Answer(INDArray x, INDArray y, List<Fit> before, List<Fit> after, List<Outcome> outcomes)
        implements AutoCloseable {

    @Override
    public void close() {
        x.close();
        y.close();
    }
}
