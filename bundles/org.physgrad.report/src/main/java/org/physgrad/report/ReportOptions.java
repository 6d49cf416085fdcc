package org.physgrad.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a report looks at.
 *
 * @param metrics names of the metrics; empty for all that were measured, without the training loss where several experiments are compared
 * @param at iterations that its tables look at; empty for powers of ten and the end
 * @param reach values whose first iteration it looks for; empty for the values at which the compared experiments end
 * @param window iterations of the running mean; empty for that of the paper: 64, or 1000 where x is a single number
 */
public record ReportOptions(List<String> metrics, List<Integer> at, List<Double> reach, OptionalInt window) {

    /** Everything as it comes. */
    public static final ReportOptions DEFAULT = new ReportOptions(List.of(), List.of(), List.of(), OptionalInt.empty());

    /** Checks the numbers. */
    public ReportOptions {
        metrics = List.copyOf(metrics);
        at = at.stream().sorted().distinct().toList();
        reach = List.copyOf(reach);
        if (at.stream().anyMatch(iteration -> iteration < 1)) {
            throw new IllegalArgumentException("iteration " + at.get(0) + " to look at, expected 1 or more");
        }
        if (window.isPresent() && window.getAsInt() < 1) {
            throw new IllegalArgumentException("window of " + window.getAsInt() + " iterations, expected 1 or more");
        }
        if (reach.stream().anyMatch(value -> value.isNaN())) {
            throw new IllegalArgumentException("value to reach is not a number");
        }
    }
}
