package org.physgrad.paper;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.inference.Inversion;
import org.physgrad.math.PhiloxStreams;

/** A few inverse problems, the same ones each time, that are solved from x = 0 without a network. */
final class FreshProblems implements AutoCloseable {

    /** A seed that no experiment of the paper has. */
    private static final long SEED = 2110;

    private final Catalog catalog;
    private final Part<Problem> problem;
    private final Batch batch;

    /**
     * Means over the problems, before the first step and after each.
     *
     * @param errors a metric of the problem
     * @param losses L(P(x), y*)
     */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of results, never compared.
    record Descent(double[] errors, double[] losses) {

        double firstLoss() {
            return losses[0];
        }
    }

    FreshProblems(Catalog catalog, String type, int examples) {
        this.catalog = catalog;
        this.problem = catalog.create(Kind.PROBLEM, type, Map.of());
        this.batch = problem.get().sample(examples, new PhiloxStreams(SEED, 1));
    }

    /** Calls a solver so many times, each from where the last call has come to; an overflow counts as infinite. */
    Descent solve(String solver, Map<String, Object> settings, int steps, String metric) {
        int column = problem.get().metricNames().indexOf(metric);
        double[] errors = new double[steps + 1];
        double[] losses = new double[steps + 1];
        try (Part<InverseSolver> part = catalog.create(Kind.SOLVER, solver, settings)) {
            INDArray start = batch.cause().orElseThrow().mul(0);
            Inversion inversion = new Inversion(InverseTask.of(problem.get(), batch), start);
            for (int step = 0; step <= steps; step++) {
                if (step > 0) {
                    inversion.step(part.get());
                }
                errors[step] = finite(problem.get().metrics(batch, inversion.x(), inversion.y())[column]);
                losses[step] =
                        finite(Arrays.stream(inversion.trace().last()).average().orElseThrow());
            }
        }
        return new Descent(errors, losses);
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    @Override
    public void close() {
        problem.close();
    }
}
