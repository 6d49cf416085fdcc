package org.physgrad.paper;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.math.PhiloxStreams;

/** What the paper says of solvers on single inverse problems, without a network. */
final class SingleProblems implements Computation {

    private static final int EXAMPLES = 4;
    private static final int DESCENT = 100;

    @Override
    public String title() {
        return "Single inverse problems, solved without a network";
    }

    @Override
    public List<Result> compute(Catalog catalog, ResultsFolder folder) {
        return List.of(
                descent(catalog, "Poisson: gradient descent is stable at eta = 2e-5", "poisson", 2e-5, true),
                descent(catalog, "Poisson: it needs eta <= 2e-5 (here it is unstable at 5e-5)", "poisson", 5e-5, false),
                poissonInverse(catalog),
                descent(catalog, "Heat: gradient descent works with eta = 1", "heat", 1, true));
    }

    private static Result descent(Catalog catalog, String claim, String problem, double rate, boolean falls) {
        double[] losses =
                losses(catalog, problem, "gradient-descent", Map.of("learningRate", rate, "iterations", DESCENT));
        boolean fell = losses[1] < losses[0];
        return new Result(
                claim,
                "the loss " + (falls ? "falls" : "grows") + " in " + DESCENT + " iterations",
                "L = " + Claims.number(losses[0]) + " before, " + Claims.number(losses[1]) + " after",
                EXAMPLES + " problems",
                Verdict.of(fell == falls));
    }

    private static Result poissonInverse(Catalog catalog) {
        double[] losses = losses(catalog, "poisson", "poisson-inverse", Map.of());
        return new Result(
                "Poisson: a single problem converges in one step with the inverse",
                "the loss falls by 1e6 or more",
                "L = " + Claims.number(losses[0]) + " before, " + Claims.number(losses[1]) + " after",
                EXAMPLES + " problems",
                Verdict.of(losses[1] <= 1e-6 * losses[0]));
    }

    /** Mean losses before and after a solver's work on fresh problems from x = 0; an overflow counts as infinite. */
    private static double[] losses(Catalog catalog, String type, String solver, Map<String, Object> settings) {
        try (Part<Problem> problem = catalog.create(Kind.PROBLEM, type, Map.of());
                Part<InverseSolver> part = catalog.create(Kind.SOLVER, solver, settings)) {
            Batch batch = problem.get().sample(EXAMPLES, new PhiloxStreams(0, 1));
            InverseTask task = InverseTask.of(problem.get(), batch);
            INDArray start = batch.cause().orElseThrow().mul(0);
            INDArray effect = task.simulator().simulate(start, task.context());
            INDArray end = part.get().solve(task, start, effect).x();
            return new double[] {loss(task, start), loss(task, end)};
        }
    }

    private static double loss(InverseTask task, INDArray x) {
        INDArray y = task.simulator().simulate(x, task.context());
        double loss = task.loss().value(y, task.target()).meanNumber().doubleValue();
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }
}
