package org.physgrad.sweeps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.physgrad.engine.run.RunMetrics;

/** What a run measured, by iteration, smoothed as in the paper: by the mean over the last few. */
public final class Curves {

    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private final int iterations;

    private final boolean diverged;

    private Curves(RunMetrics table, boolean diverged) {
        this.diverged = diverged;
        iterations = table.rows();
        table.names().stream()
                .filter(name -> !name.equals("iteration"))
                .forEach(name -> columns.put(name, table.column(name)));
    }

    /**
     * Reads the curves of a run, also of one that is not finished.
     *
     * @param runFolder the run folder
     * @param diverged whether the run ended because a number stopped being finite
     * @return its curves
     * @throws IOException if it has none; the message is for people
     */
    public static Curves read(Path runFolder, boolean diverged) throws IOException {
        return new Curves(RunMetrics.read(runFolder.resolve("metrics.csv")), diverged);
    }

    /**
     * Takes the curves of a run that was read already.
     *
     * @param table what it measured
     * @param diverged whether the run ended because a number stopped being finite
     * @return its curves
     */
    public static Curves of(RunMetrics table, boolean diverged) {
        return new Curves(table, diverged);
    }

    /**
     * Chooses how many iterations to average over. A running mean over many iterations would hide what happens in the first few: it covers a tenth of them at most.
     *
     * @param window iterations of the running mean
     * @param iteration the last iteration that counts, from 1
     * @return iterations to average over there, at least 1
     */
    public static int windowAt(int window, int iteration) {
        return Math.max(1, Math.min(window, iteration / 10));
    }

    /** Names of what was measured: times, solver calls, and the problem's metrics. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** Number of iterations that are done. */
    public int iterations() {
        return iterations;
    }

    /** Whether anything is known of an iteration: it is done, or the run diverged before it. */
    public boolean reaches(int iteration) {
        return diverged || iteration <= iterations;
    }

    /**
     * Gives the mean over the iterations up to one.
     *
     * @param name one of {@link #names}
     * @param iteration the last one that counts, from 1
     * @param window how many count, fewer at the beginning
     * @return the mean, infinite if the run diverged before
     */
    public double trailingMean(String name, int iteration, int window) {
        double[] column = columns.get(name);
        if (column == null || iteration < 1 || !reaches(iteration)) {
            throw new IllegalArgumentException("no value of '" + name + "' at iteration " + iteration + "; there are "
                    + columns.keySet() + " up to " + iterations);
        }
        if (iteration > iterations) {
            return Double.POSITIVE_INFINITY;
        }
        return Arrays.stream(column, Math.max(0, iteration - window), iteration)
                .average()
                .orElseThrow();
    }
}
