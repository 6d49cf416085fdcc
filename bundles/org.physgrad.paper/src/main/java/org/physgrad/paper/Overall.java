package org.physgrad.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the paper says of all its experiments together. */
final class Overall {

    private static final String STATEMENT = "Physical gradients are up to three orders of magnitude more accurate";
    private static final String CRITERION =
            "the largest factor between a conventional method and a physical gradient is at least 800";
    private static final double LEAST = 800;

    /** Before this iteration no method has come anywhere. */
    private static final int EARLIEST = 100;

    private record Factor(String text, double value) {}

    private Overall() {}

    /** Looks at the largest factor of each problem, at the last iteration that both methods reach. */
    static Result decide(Map<Training, List<Runs>> runs) {
        List<Factor> largest = new ArrayList<>();
        runs.forEach((training, scales) -> scales.stream()
                .flatMap(scale -> factors(training, scale).max(Comparator.comparingDouble(Factor::value)).stream())
                .findFirst()
                .ifPresent(largest::add));
        Optional<Factor> best = largest.stream().max(Comparator.comparingDouble(Factor::value));
        if (best.isEmpty()) {
            return Result.notRun(STATEMENT, CRITERION);
        }
        return new Result(
                STATEMENT,
                CRITERION,
                String.join("; ", largest.stream().map(Factor::text).toList()),
                "last common iteration",
                Verdict.of(best.get().value() >= LEAST));
    }

    private static Stream<Factor> factors(Training training, Runs runs) {
        return training.conventional().stream()
                .flatMap(worse ->
                        training.physical().stream().flatMap(better -> factor(training, runs, worse, better).stream()));
    }

    private static Optional<Factor> factor(Training training, Runs runs, String worse, String better) {
        int last = Math.min(runs.iterations(worse), runs.iterations(better));
        if (last < EARLIEST) {
            return Optional.empty();
        }
        double factor = runs.error(worse, last).orElseThrow().median()
                / runs.error(better, last).orElseThrow().median();
        String text = "%s: %s / %s = %s at %d (%s)"
                .formatted(training.sweep(), worse, better, Claims.number(factor), last, runs.scale());
        return Optional.of(new Factor(text, factor));
    }
}
