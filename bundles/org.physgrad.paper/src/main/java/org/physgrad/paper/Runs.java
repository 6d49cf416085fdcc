package org.physgrad.paper;

import java.util.Optional;
import java.util.OptionalDouble;
import org.physgrad.sweeps.Band;
import org.physgrad.sweeps.Curves;
import org.physgrad.sweeps.Summary;

/**
 * The runs of one sweep at one scale, as claims look at them.
 *
 * @param scale name of the scale
 * @param summary the runs, up to where they are
 * @param metric the error that the paper plots
 * @param window iterations of the paper's running mean
 */
record Runs(String scale, Summary summary, String metric, int window) {

    /** The error of a method at an iteration, over seeds; empty if no run has come that far. */
    Optional<Band> error(String method, int iteration) {
        return has(method, iteration)
                ? Optional.of(summary.band(method, metric, iteration, Curves.windowAt(window, iteration)))
                : Optional.empty();
    }

    /** The first iteration at which the median error of a method is at most a value; empty if none is. */
    Optional<Integer> firstBelow(String method, double value) {
        for (int iteration = 1; iteration <= iterations(method); iteration++) {
            if (error(method, iteration).orElseThrow().median() <= value) {
                return Optional.of(iteration);
            }
        }
        return Optional.empty();
    }

    /** Median process time [s] of one iteration of a method, over its second half, where everything is warm; empty without runs. */
    OptionalDouble seconds(String method) {
        int iterations = iterations(method);
        return iterations < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(summary.band(method, "cpu_s", iterations, iterations / 2)
                        .median());
    }

    int iterations(String method) {
        return summary.iterations(method);
    }

    private boolean has(String method, int iteration) {
        return summary.runs(method).stream().anyMatch(run -> run.reaches(iteration));
    }
}
