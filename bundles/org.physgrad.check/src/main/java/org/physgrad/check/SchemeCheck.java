package org.physgrad.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.TrainingScheme;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/** Checks the contract of training schemes on a batch of a problem's own generator. */
public final class SchemeCheck {

    /** How far y0 may be from P(x0), relative to its largest entry. */
    private static final double TOLERANCE = 1e-6;

    private final TrainingScheme scheme;
    private final Problem problem;
    private final TrainingScheme.Iteration iteration;
    private final INDArray x0;
    private final Clauses clauses = new Clauses();

    private SchemeCheck(
            TrainingScheme scheme, Problem problem, Optional<InverseSolver> solver, int size, RandomStreams random) {
        Batch batch = problem.sample(size, random);
        this.scheme = scheme;
        this.problem = problem;
        this.iteration = new TrainingScheme.Iteration(problem, solver, batch, random);
        this.x0 = TestPoints.causes(problem, batch, random);
    }

    /**
     * Runs a scheme and checks what it does.
     *
     * @param scheme the scheme
     * @param problem a problem that it does not refuse
     * @param solver an inverse solver that it does not refuse for this problem, which does not refuse the problem either; empty if it needs none
     * @param size number of examples, at least 2
     * @param random where examples, and what the scheme draws, come from
     * @return the clauses of the contract
     */
    public static List<Clause> run(
            TrainingScheme scheme, Problem problem, Optional<InverseSolver> solver, int size, RandomStreams random) {
        SchemeCheck check = new SchemeCheck(scheme, problem, solver, size, random);
        double[] before = Values.of(check.x0);
        check.clauses
                .attempt("computes a gradient", () -> scheme.gradient(check.iteration, check.x0))
                .ifPresent(result -> check.check(before, result));
        return check.clauses.list();
    }

    private void check(double[] before, TrainingScheme.Result result) {
        clauses.shaped(
                "the gradient has the shape and the precision of x0", result.gradient(), x0.dataType(), x0.shape());
        clauses.shaped(
                "the effect has the shape and the precision of P(x0)",
                result.effect(),
                problem.simulator().precision(),
                Shapes.withBatch(x0.size(0), problem.simulator().effectShape()));
        clauses.add("x0 is not changed", Arrays.equals(before, Values.of(x0)), () -> "it differs after the call");
        clauses.add(
                "the gradient is an array of its own",
                result.gradient().data() != x0.data()
                        && result.gradient().data() != result.effect().data(),
                () -> "it shares its numbers with x0 or the effect, and the caller may free it");
        clauses.add(
                "the loss is a number that is not negative",
                result.loss() >= 0 && result.loss() < Double.POSITIVE_INFINITY,
                () -> "it is " + result.loss());
        clauses.add(
                "solver calls are counted",
                iteration.solver().isPresent() ? result.solverCalls() >= 1 : result.solverCalls() == 0,
                () -> result.solverCalls() + " calls are reported"
                        + (iteration.solver().isPresent() ? "" : ", and there is no solver"));
        if (!clauses.anyFailed()) {
            clauses.finite("the gradient is finite", result.gradient());
            checkEffect(result.effect());
            checkRepetition(result);
            checkIndependence(result);
        }
    }

    private void checkEffect(INDArray effect) {
        INDArray expected = problem.simulator().simulate(x0, iteration.batch().context());
        clauses.close("the effect is P(x0)", Values.of(expected), Values.of(effect), TOLERANCE);
    }

    private void checkRepetition(TrainingScheme.Result result) {
        clauses.attempt("computes it again", () -> scheme.gradient(iteration, x0))
                .ifPresent(again -> clauses.add(
                        "the same random numbers give the same gradient",
                        again.gradient().equals(result.gradient()) && again.loss() == result.loss(),
                        () -> "a second call gives another one; draw from the iteration's streams"));
    }

    /** Spoils the first example and looks at the others. */
    private void checkIndependence(TrainingScheme.Result result) {
        INDArray x = TestPoints.spoilFirst(x0);
        int entries = Math.toIntExact(x0.length() / x0.size(0));
        clauses.attempt(
                        "computes a gradient where an example is not a number",
                        () -> Values.of(scheme.gradient(iteration, x).gradient()))
                .ifPresent(found -> {
                    double[] expected = Values.of(result.gradient());
                    clauses.add(
                            "an example that is not a number leaves the others as they are",
                            Arrays.equals(expected, entries, expected.length, found, entries, found.length),
                            () -> "gradients of other examples differ; reductions over the batch are the engine's");
                });
    }
}
