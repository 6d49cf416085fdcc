package org.physgrad.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.physgrad.api.visual.Range;
import org.physgrad.sweeps.Curves;
import org.physgrad.sweeps.Job;
import org.physgrad.sweeps.Summary;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.Chart.ChartAxis;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.Scale;

/** Errors over iterations, smoothed as the claims are. */
final class LearningCurves {

    private static final String SEED = "seed";
    private static final int POINTS = 400;

    private final Training training;
    private final Runs runs;

    LearningCurves(Training training, Runs runs) {
        this.training = training;
        this.runs = runs;
    }

    /** Of each method the median over its seeds as far as all have come, and from there the seeds that go on; with the whole range as a band if there is room. */
    Chart medians(boolean bands) {
        List<Curve> curves = new ArrayList<>();
        for (String method : runs.methods()) {
            Method shown = Method.of(method);
            List<Curve> seeds = new ArrayList<>();
            for (Job job : runs.sweep().jobs(method)) {
                runs.summary().run(job).map(run -> smoothed(job, run)).ifPresent(seeds::add);
            }
            if (!seeds.isEmpty()) {
                Curve median = Curve.ofSeeds(shown.label(), seeds, 0);
                curves.add((bands ? median : withoutBand(median)).drawn(shown.style()));
                seeds.stream()
                        .filter(seed -> seed.size() > median.size())
                        .map(seed ->
                                from(seed, median.size()).drawn(shown.style().withWidth(0.8)))
                        .forEach(curves::add);
            }
        }
        return chart("", ChartAxis.of("iteration", Scale.LOG), curves);
    }

    /** The seeds, in the order of the sweep. */
    List<String> seeds() {
        return runs.sweep().jobs().stream()
                .map(job -> job.settings().getOrDefault(SEED, ""))
                .distinct()
                .toList();
    }

    /** All methods with one seed, with the running mean of the paper over its whole window. */
    Chart ofSeed(String seed) {
        List<Curve> curves = new ArrayList<>();
        for (Job job : runs.sweep().jobs()) {
            if (job.settings().getOrDefault(SEED, "").equals(seed)) {
                Method shown = Method.of(job.group());
                Optional<Curves> run = runs.summary().run(job);
                run.map(this::whole)
                        .map(curve -> curve.named(shown.label()).drawn(shown.style()))
                        .ifPresent(curves::add);
            }
        }
        int last = runs.methods().stream().mapToInt(runs::iterations).max().orElse(0);
        return chart("seed " + seed, ChartAxis.of("iteration", Scale.LINEAR).withRange(new Range(0, last)), curves);
    }

    private Chart chart(String title, ChartAxis right, List<Curve> curves) {
        return new Chart(title, right, ChartAxis.of(training.axis(), Scale.LOG), curves, PageFolder.APPEARANCE);
    }

    /** At the same iterations for all runs of a method, so that they can be joined. */
    private Curve smoothed(Job job, Curves run) {
        NavigableSet<Integer> grid = Summary.logarithmic(job.experiment().iterations());
        return curve(grid.headSet(run.iterations(), true).stream().mapToInt(i -> i), i -> runs.error(run, i));
    }

    private Curve whole(Curves run) {
        int window = runs.sweep().window();
        int step = Math.max(1, run.iterations() / POINTS);
        return curve(
                IntStream.iterate(window, i -> i <= run.iterations(), i -> i + step),
                i -> run.trailingMean(runs.metric(), i, window));
    }

    private static Curve curve(IntStream iterations, IntToDoubleFunction error) {
        int[] at = iterations.toArray();
        return Curve.of(
                "",
                Arrays.stream(at).asDoubleStream().toArray(),
                Arrays.stream(at).mapToDouble(error).toArray());
    }

    private static Curve withoutBand(Curve curve) {
        return Curve.of(curve.name(), curve.x(), curve.y());
    }

    private static Curve from(Curve curve, int first) {
        int start = Math.max(0, first - 1);
        return Curve.of(
                "",
                Arrays.copyOfRange(curve.x(), start, curve.size()),
                Arrays.copyOfRange(curve.y(), start, curve.size()));
    }
}
