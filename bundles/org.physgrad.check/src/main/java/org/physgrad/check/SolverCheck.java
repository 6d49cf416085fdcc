package org.physgrad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.Values;

/** Checks the contract of inverse solvers on a batch of a problem's own generator. */
public final class SolverCheck {

    /** How far a reported loss may be from the loss of the result, relative to it; float32 physics does not know it better. */
    private static final double LOSS_TOLERANCE = 1e-4;

    private final InverseSolver solver;
    private final InverseTask task;
    private final INDArray x0;
    private final INDArray y0;
    private final Clauses clauses = new Clauses();

    private SolverCheck(InverseSolver solver, Problem problem, int size, RandomStreams random) {
        Batch batch = problem.sample(size, random);
        this.solver = solver;
        this.task = InverseTask.of(problem, batch);
        this.x0 = TestPoints.causes(problem, batch, random);
        this.y0 = simulate(x0);
    }

    /**
     * Runs a solver and checks what it does.
     *
     * @param solver the solver
     * @param problem a problem that it does not refuse
     * @param size number of examples, at least 2
     * @param random where the examples come from
     * @return the clauses of the contract
     */
    public static List<Clause> run(InverseSolver solver, Problem problem, int size, RandomStreams random) {
        return new SolverCheck(solver, problem, size, random).run();
    }

    private List<Clause> run() {
        List<double[]> before = inputs();
        clauses.attempt("solves a batch", () -> solver.solve(task, x0, y0))
                .ifPresent(solution -> check(before, solution));
        return clauses.list();
    }

    private void check(List<double[]> before, Solution solution) {
        clauses.shaped("x has the shape and the precision of x0", solution.x(), x0.dataType(), x0.shape());
        clauses.add(
                "x is an array of its own",
                Stream.of(x0, y0, task.target())
                        .noneMatch(input -> input.data() == solution.x().data()),
                () -> "it shares its numbers with x0, y0 or the observations, and the caller may free it");
        clauses.add(
                "one outcome per example",
                solution.outcomes().size() == x0.size(0),
                () -> solution.outcomes().size() + " outcomes for " + x0.size(0) + " examples");
        List<double[]> after = inputs();
        clauses.add(
                "inputs are not changed",
                IntStream.range(0, before.size()).allMatch(i -> Arrays.equals(before.get(i), after.get(i))),
                () -> "x0, y0, the observations or the context differ after the call");
        if (!clauses.anyFailed()) {
            checkOutcomes(solution);
            checkIndependence(solution);
        }
    }

    private void checkOutcomes(Solution solution) {
        double[] first = losses(y0);
        double[] last = losses(simulate(solution.x()));
        List<String> silent = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> risen = new ArrayList<>();
        List<String> settledHigher = new ArrayList<>();
        for (int example = 0; example < first.length; example++) {
            Outcome outcome = solution.outcomes().get(example);
            boolean failed = outcome.status() == Status.STALLED || outcome.status() == Status.DIVERGED;
            if (failed && outcome.reason().isBlank()) {
                silent.add("example " + example + " is " + outcome.status());
            }
            if (Math.abs(outcome.loss() - last[example]) > LOSS_TOLERANCE * Math.abs(last[example])) {
                wrong.add("example " + example + " reports " + outcome.loss() + ", and L(P(x)) is " + last[example]);
            }
            // Not a number counts as risen, too.
            if (!(last[example] <= first[example] * (1 + LOSS_TOLERANCE)) && outcome.status() != Status.DIVERGED) {
                String rise = "from " + first[example] + " to " + last[example] + " in example " + example;
                (outcome.status() == Status.CONVERGED ? settledHigher : risen).add(rise);
            }
        }
        clauses.add("a failure has a reason", silent.isEmpty(), () -> String.join("; ", silent));
        clauses.add("reported losses are those of the results", wrong.isEmpty(), () -> String.join("; ", wrong));
        clauses.add(
                "no example converges to a higher loss",
                settledHigher.isEmpty(),
                () -> String.join("; ", settledHigher));
        if (settledHigher.isEmpty()) {
            clauses.note(
                    "the loss does not rise",
                    risen.isEmpty(),
                    () -> "it rises " + risen.get(0) + ", " + risen.size() + " of " + first.length
                            + "; a smaller step may be needed for this problem");
        }
    }

    /** Spoils the first example and looks at the others. */
    private void checkIndependence(Solution solution) {
        INDArray x = TestPoints.spoilFirst(x0);
        int entries = Math.toIntExact(x0.length() / x0.size(0));
        clauses.attempt("solves a batch with an example that is not a number", () -> solver.solve(task, x, simulate(x)))
                .ifPresent(other -> {
                    double[] expected = Values.of(solution.x());
                    double[] found = Values.of(other.x());
                    Status status = other.outcomes().get(0).status();
                    clauses.add(
                            "an example that is not a number leaves the others as they are",
                            Arrays.equals(expected, entries, expected.length, found, entries, found.length),
                            () -> "other examples differ");
                    clauses.add(
                            "an example that is not a number is reported as diverged or stalled",
                            status == Status.DIVERGED || status == Status.STALLED,
                            () -> "it is reported as " + status);
                });
    }

    private List<double[]> inputs() {
        List<double[]> values = new ArrayList<>(List.of(Values.of(x0), Values.of(y0), Values.of(task.target())));
        task.context()
                .names()
                .forEach(name -> values.add(Values.of(task.context().get(name))));
        return values;
    }

    private INDArray simulate(INDArray x) {
        return task.simulator().simulate(x, task.context());
    }

    private double[] losses(INDArray y) {
        return Values.of(task.loss().value(y, task.target()));
    }
}
