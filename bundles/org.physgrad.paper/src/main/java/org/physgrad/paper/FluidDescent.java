package org.physgrad.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.run.RunMetrics;

/**
 * A single fluid problem on its way to a solution: the error before the first iteration and after each.
 *
 * @param conventional errors of gradient descent
 * @param physical errors of the estimator of the inverse
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of results, never compared.
public record FluidDescent(double[] conventional, double[] physical) {

    private static final String METRIC = "v0_l1";
    private static final int PHYSICAL_STEPS = 200;

    /** Iterations of gradient descent by scale; the paper made 20,000. */
    private static final Map<String, Integer> STEPS = Map.of("quick", 200, "medium", 2000, "paper", 20000);

    /**
     * Computes it, unless that has been done: seconds for {@code quick}, minutes for {@code paper}.
     *
     * @param catalog the installed parts
     * @param results where the table goes
     * @param scale one of {@link ResultsFolder#SCALES}
     * @throws IOException if the table cannot be written
     */
    public static void run(Catalog catalog, ResultsFolder results, String scale) throws IOException {
        if (Files.exists(results.path().resolve(file(scale)))) {
            return;
        }
        try (FreshProblems problems = new FreshProblems(catalog, "fluid", 1)) {
            double[] physical = problems.solve("fluid-inverse", Map.of(), PHYSICAL_STEPS, METRIC)
                    .errors();
            double[] conventional = problems.solve(
                            "gradient-descent", Map.of("learningRate", 1.0), STEPS.get(scale), METRIC)
                    .errors();
            StringBuilder table = new StringBuilder("iteration," + Method.DESCENT + "," + Method.PHYSICAL + "\n");
            for (int k = 0; k < conventional.length; k++) {
                double other = k < physical.length ? physical[k] : Double.NaN;
                table.append("%d,%s,%s\n".formatted(k, conventional[k], other));
            }
            new PageFolder(results.path()).write(file(scale), table.toString());
        }
    }

    /** Reads the table of the most telling scale; empty if there is none. */
    static Optional<FluidDescent> longest(ResultsFolder results) throws IOException {
        for (String scale : ResultsFolder.SCALES) {
            Path file = results.path().resolve(file(scale));
            if (Files.exists(file)) {
                RunMetrics table = RunMetrics.read(file);
                double[] physical = Arrays.stream(table.column(Method.PHYSICAL))
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
                return Optional.of(new FluidDescent(table.column(Method.DESCENT), physical));
            }
        }
        return Optional.empty();
    }

    private static String file(String scale) {
        return scale + "/fluid-single.csv";
    }
}
