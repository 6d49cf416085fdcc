package org.physgrad.report.runs;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.physgrad.sweeps.Band;

/**
 * What an iteration of a group takes: over the second half of each run, where everything is warm, the median wall time, and means of what is counted in steps.
 *
 * @param wall wall time of an iteration [s], over seeds
 * @param cpu processor time of an iteration [s], over seeds
 * @param solverCalls calls of the inverse solver in an iteration, over seeds
 * @param totalSeconds wall time of all measured iterations of all seeds [s]
 */
public record Cost(Band wall, Band cpu, Band solverCalls, double totalSeconds) {

    /**
     * Looks at a group.
     *
     * @param group a group at least one of whose runs has measured an iteration
     * @return its cost
     */
    public static Cost of(RunGroup group) {
        List<ReportedRun> runs = group.measuring("wall_s");
        double total = runs.stream()
                .flatMapToDouble(run -> Arrays.stream(run.metrics().column("wall_s")))
                .sum();
        return new Cost(
                band(runs, "wall_s", values -> Band.of(values).median()),
                band(runs, "cpu_s", Cost::mean),
                band(runs, "solver_calls", Cost::mean),
                total);
    }

    private static Band band(List<ReportedRun> runs, String column, ToDoubleFunction<double[]> middle) {
        return Band.of(runs.stream()
                .mapToDouble(run -> {
                    double[] values = run.metrics().column(column);
                    return middle.applyAsDouble(Arrays.copyOfRange(values, values.length / 2, values.length));
                })
                .toArray());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
