package org.physgrad.report.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.physgrad.sweeps.Band;
import org.physgrad.sweeps.Curves;

/**
 * One metric of a group of runs, smoothed by a trailing mean. A run counts up to where it is; one that diverged is infinitely bad from there on.
 */
public final class MetricCurves {

    private final RunGroup group;
    private final String metric;
    private final List<double[]> smoothed;
    private final List<ReportedRun> runs;

    /**
     * Smooths a metric.
     *
     * @param group the runs
     * @param metric name of a column that at least one of them has
     * @param window iterations of the trailing mean; fewer at the beginning, see {@link Curves#windowAt}
     */
    public MetricCurves(RunGroup group, String metric, int window) {
        this.group = group;
        this.metric = metric;
        this.runs = group.measuring(metric);
        this.smoothed = runs.stream().map(run -> smooth(run, metric, window)).toList();
    }

    private static double[] smooth(ReportedRun run, String metric, int window) {
        Curves curves = Curves.of(run.metrics(), run.diverged());
        return IntStream.rangeClosed(1, run.iterations())
                .mapToDouble(at -> curves.trailingMean(metric, at, Curves.windowAt(window, at)))
                .toArray();
    }

    /** The runs. */
    public RunGroup group() {
        return group;
    }

    /** Name of the metric. */
    public String metric() {
        return metric;
    }

    /** Number of runs that measured the metric. */
    public int seeds() {
        return runs.size();
    }

    /** The most iterations that a run has. */
    public int iterations() {
        return smoothed.stream().mapToInt(values -> values.length).max().orElse(0);
    }

    /**
     * Looks at an iteration.
     *
     * @param iteration the iteration, from 1
     * @return median and scatter over the seeds whose run has come that far; empty if none has
     */
    public Optional<Band> at(int iteration) {
        double[] values = IntStream.range(0, runs.size())
                .filter(k -> runs.get(k).diverged() || iteration <= smoothed.get(k).length)
                .mapToDouble(k ->
                        iteration <= smoothed.get(k).length ? smoothed.get(k)[iteration - 1] : Double.POSITIVE_INFINITY)
                .toArray();
        return iteration > iterations() || values.length == 0 ? Optional.empty() : Optional.of(Band.of(values));
    }

    /** Median and scatter over the seeds where each run is now, or ended. */
    public Band end() {
        return Band.of(IntStream.range(0, runs.size())
                .mapToDouble(k -> runs.get(k).diverged() ? Double.POSITIVE_INFINITY : last(smoothed.get(k)))
                .toArray());
    }

    /** Median and scatter over the seeds of the lowest value of each run. */
    public Band best() {
        return Band.of(smoothed.stream()
                .mapToDouble(values -> Arrays.stream(values).min().orElseThrow())
                .toArray());
    }

    /**
     * Finds out when a value is reached.
     *
     * @param value the value
     * @return for each run the first iteration at which the smoothed metric is at most the value, with what it took
     */
    public Reach reach(double value) {
        List<Integer> iterations = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            OptionalInt first = firstAtMost(smoothed.get(k), value);
            if (first.isPresent()) {
                iterations.add(first.getAsInt());
                double[] times = runs.get(k).metrics().column("wall_s");
                seconds.add(Arrays.stream(times, 0, first.getAsInt()).sum());
            }
        }
        return new Reach(runs.size(), iterations, seconds);
    }

    private static OptionalInt firstAtMost(double[] values, double value) {
        return IntStream.rangeClosed(1, values.length)
                .filter(at -> values[at - 1] <= value)
                .findFirst();
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }
}
