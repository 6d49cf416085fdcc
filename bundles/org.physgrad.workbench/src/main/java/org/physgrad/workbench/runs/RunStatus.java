package org.physgrad.workbench.runs;

import java.util.Optional;

/**
 * How far a run is.
 *
 * @param state where it stands
 * @param iteration the last iteration that is done, 0 before the first
 * @param iterations how many it shall do
 * @param secondsPerIteration wall time of one iteration, mean over the last ones [s]; NaN before the first
 * @param note why it is in this state, or what computes it; may be empty
 */
public record RunStatus(RunState state, int iteration, int iterations, double secondsPerIteration, String note) {

    /** What is left, in seconds at the present rate; empty where that is not known or nothing is left. */
    public Optional<Double> secondsLeft() {
        return state.active() && Double.isFinite(secondsPerIteration)
                ? Optional.of(secondsPerIteration * (iterations - iteration))
                : Optional.empty();
    }
}
