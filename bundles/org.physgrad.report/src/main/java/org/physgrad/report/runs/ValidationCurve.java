package org.physgrad.report.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.physgrad.engine.run.RunMetrics;
import org.physgrad.sweeps.Band;

/**
 * One metric of a group of runs, measured now and then with the examples that are kept from training. Not smoothed: each value is a mean over all those examples.
 *
 * @param group the runs
 * @param bands median and scatter over the seeds that were measured, by iteration
 */
public record ValidationCurve(RunGroup group, NavigableMap<Integer, Band> bands) {

    /**
     * Gathers the values.
     *
     * @param group the runs
     * @param metric name of the metric
     * @return the values, none where no run has measured it; a value that is not finite is left out
     */
    public static ValidationCurve of(RunGroup group, String metric) {
        NavigableMap<Integer, List<Double>> values = new TreeMap<>();
        for (ReportedRun run : group.runs()) {
            RunMetrics table = run.validation();
            if (table.names().contains(metric)) {
                double[] iterations = table.column("iteration");
                double[] measured = table.column(metric);
                for (int row = 0; row < table.rows(); row++) {
                    if (Double.isFinite(measured[row])) {
                        values.computeIfAbsent((int) iterations[row], key -> new ArrayList<>())
                                .add(measured[row]);
                    }
                }
            }
        }
        NavigableMap<Integer, Band> bands = new TreeMap<>();
        values.forEach((iteration, all) -> bands.put(
                iteration, Band.of(all.stream().mapToDouble(Double::doubleValue).toArray())));
        return new ValidationCurve(group, bands);
    }
}
