package org.physgrad.api;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an inverse solver found.
 *
 * @param x improved causes, {@code [batch, causeShape...]}
 * @param outcomes one entry per example
 */
public record Solution(INDArray x, List<Outcome> outcomes) {

    /** How a solver ended for one example. */
    public enum Status {
        /** The solver's own criterion is met. */
        CONVERGED,
        /** The solver made the steps it was asked for; nothing is wrong, and more steps may improve x further. */
        STEPPED,
        /** No further progress was possible before the criterion was met. */
        STALLED,
        /** The loss or x stopped being finite. */
        DIVERGED
    }

    /**
     * How a solver ended for one example.
     *
     * @param status how it ended
     * @param loss loss at x, NaN where the solver had no reason to evaluate it
     * @param evaluations number of simulator evaluations spent on this example
     * @param reason why it ended so and what to do next; empty where there is nothing to say
     */
    public record Outcome(Status status, double loss, int evaluations, String reason) {}
}
