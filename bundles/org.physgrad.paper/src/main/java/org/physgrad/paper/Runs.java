package org.physgrad.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.physgrad.sweeps.Band;
import org.physgrad.sweeps.Curves;
import org.physgrad.sweeps.Job;
import org.physgrad.sweeps.Summary;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;

/**
 * The runs of one sweep at one scale, as claims look at them.
 *
 * @param scale name of the scale
 * @param sweep what was to be run
 * @param folder where the runs are
 * @param summary the runs, up to where they are
 * @param metric the error that the paper plots
 */
record Runs(String scale, Sweep sweep, SweepFolder folder, Summary summary, String metric) {

    /** Below this many iterations, times tell of the start more than of an iteration. */
    private static final int WARM = 20;

    /** Parts of the second half of a run that iteration times are averaged over, at least; no longer than the paper's window. */
    private static final int BLOCKS = 8;

    /** The methods that were to be run. */
    List<String> methods() {
        return sweep.groups();
    }

    /** The error of a method at an iteration, over seeds; empty if no run has come that far. */
    Optional<Band> error(String method, int iteration) {
        return has(method, iteration)
                ? Optional.of(summary.band(method, metric, iteration, Curves.windowAt(sweep.window(), iteration)))
                : Optional.empty();
    }

    /** The error of one run at an iteration that it reaches. */
    double error(Curves run, int iteration) {
        return run.trailingMean(metric, iteration, Curves.windowAt(sweep.window(), iteration));
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

    /**
     * Process time [s] of one iteration of a method: means over blocks of iterations in the second half of each run, where everything is warm; empty
     * without runs of some length.
     */
    Optional<Band> seconds(String method) {
        List<Double> means = new ArrayList<>();
        for (Curves run : summary.runs(method)) {
            int half = run.iterations() / 2;
            int block = Math.max(1, Math.min(sweep.window(), half / BLOCKS));
            for (int end = run.iterations(); run.iterations() >= WARM && end - block >= half; end -= block) {
                means.add(run.trailingMean("cpu_s", end, block));
            }
        }
        return means.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Band.of(means.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** The most iterations that a run of a method has made. */
    int iterations(String method) {
        return summary.iterations(method);
    }

    /** Words how far the runs of a method are: "10000", "324 of 10000", "diverged at 17", "not started". */
    String progress(String method) {
        return sweep.jobs(method).stream().map(this::progress).distinct().collect(Collectors.joining(", "));
    }

    private String progress(Job job) {
        int planned = job.experiment().iterations();
        int made = summary.run(job).map(Curves::iterations).orElse(0);
        boolean ended = summary.run(job).filter(run -> run.reaches(planned)).isPresent();
        if (made >= planned) {
            return Integer.toString(made);
        }
        if (made == 0) {
            return "not started";
        }
        return ended ? "diverged at " + made : made + " of " + planned;
    }

    /** Words how many seeds of a method say something, of those that were to be run. */
    String seeds(String method, int count) {
        int planned = sweep.jobs(method).size();
        String text = count + (count == planned ? "" : " of " + planned);
        return text + (planned == 1 ? " seed" : " seeds");
    }

    private boolean has(String method, int iteration) {
        return summary.runs(method).stream().anyMatch(run -> run.reaches(iteration));
    }
}
