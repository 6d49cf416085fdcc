package org.physgrad.problem.sine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;
import org.physgrad.solvers.InverseGradient;
import org.physgrad.solvers.Newton;

/** Against 2000 pairs (a, x) of the reference. */
class SineProblemTest {

    private final SineProblem problem = new SineProblem(0.1, 10.1);
    private final INDArray a = load("sin_inputs").getColumn(0).dup();
    private final INDArray x = load("sin_inputs").getColumn(1).dup();
    private final Context context = Context.of("a", a);

    @Test
    void valueAndDerivativesAreThoseOfTheReference() {
        INDArray reference = load("sin_P_dP_d2P");
        INDArray ones = Nd4j.ones(DataType.DOUBLE, x.shape());
        requireClose(
                Values.of(reference.getColumn(0)), Values.of(problem.simulator().simulate(x, context)), 1e-12);
        requireClose(
                Values.of(reference.getColumn(1)), Values.of(problem.simulator().adjoint(x, ones, context)), 1e-9);
        requireClose(
                Values.of(reference.getColumn(2)),
                Values.of(problem.simulator().secondDerivative().orElseThrow().contract(x, ones, context)),
                1e-9);
    }

    @Test
    void derivativesAgreeWithDifferences() {
        double h = 1e-6;
        INDArray at = Nd4j.createFromArray(0.7, -1.3, 4.0);
        Context fixed = Context.of("a", Nd4j.createFromArray(0.4, 2.0, 9.0));
        INDArray weights = Nd4j.createFromArray(1.0, -2.0, 0.5);
        INDArray up = at.add(h);
        INDArray down = at.sub(h);
        double[] slope = Values.of(problem.simulator()
                .simulate(up, fixed)
                .sub(problem.simulator().simulate(down, fixed))
                .mul(weights)
                .div(2 * h));
        assertArrayEquals(slope, Values.of(problem.simulator().adjoint(at, weights, fixed)), 1e-8);
        double[] curvature = Values.of(problem.simulator()
                .adjoint(up, weights, fixed)
                .sub(problem.simulator().adjoint(down, weights, fixed))
                .div(2 * h));
        INDArray second = problem.simulator().secondDerivative().orElseThrow().contract(at, weights, fixed);
        assertArrayEquals(new long[] {3, 1, 1}, second.shape());
        assertArrayEquals(curvature, Values.of(second), 1e-7);
    }

    @Test
    void inverseFindsTheMinimumOfTheBasinOnTheOwnSideOfZero() {
        Solution solution = solve(new SineInverse(), x);
        requireClose(Values.of(load("sin_closest_signfix")), Values.of(solution.x()), 1e-12);
        double[] y = Values.of(problem.simulator().simulate(solution.x(), context));
        for (int i = 0; i < y.length; i++) {
            assertEquals(-1, y[i], 1e-9);
            assertEquals(Status.CONVERGED, solution.outcomes().get(i).status());
        }
    }

    @Test
    void newtonDescends() {
        double[] expected = Values.of(load("sin_newton_descent"));
        requireClose(expected, Values.of(solve(new Newton(1), x).x().sub(x)), 1e-9);
    }

    @Test
    void inverseGradientDescends() {
        double[] expected = Values.of(load("sin_ig_true"));
        requireClose(expected, Values.of(solve(new InverseGradient(), x).x().sub(x)), 1e-9);
    }

    @Test
    void zeroIsAPlaceWhereNothingMoves() {
        INDArray zero = Nd4j.zeros(DataType.DOUBLE, a.size(0));
        INDArray ones = Nd4j.ones(DataType.DOUBLE, a.size(0));
        assertEquals(zero, problem.simulator().simulate(zero, context));
        assertEquals(zero, problem.simulator().adjoint(zero, ones, context));
        assertEquals(zero, solve(new Newton(1), zero).x());
        Solution kept = solve(new SineInverse(), zero);
        assertEquals(zero, kept.x());
        assertEquals(Status.STALLED, kept.outcomes().get(0).status());
    }

    @Test
    void newtonStepsAreInfiniteWhereASlopeHasNoCurvature() {
        // So far out that P' = -a / x^2 is a number and P'' = 2 a / x^3 underflows.
        INDArray far = Nd4j.createFromArray(1e100);
        InverseTask task = farOut();
        INDArray y0 = task.simulator().simulate(far, task.context());
        Solution newton = new Newton(1).solve(task, far, y0);
        assertEquals(Double.POSITIVE_INFINITY, newton.x().getDouble(0));
        assertEquals(Status.DIVERGED, newton.outcomes().get(0).status());
    }

    @Test
    void inverseGradientStepsAreInfiniteWhereALossHasNoSlope() {
        Solution solution =
                new InverseGradient().solve(farOut(), Nd4j.createFromArray(1e200), Nd4j.createFromArray(0.0));
        assertTrue(Double.isInfinite(solution.x().getDouble(0)));
        assertEquals(Status.DIVERGED, solution.outcomes().get(0).status());
    }

    private InverseTask farOut() {
        Context tiny = Context.of("a", Nd4j.createFromArray(1e-100));
        return new InverseTask(problem.simulator(), problem.loss(), Nd4j.createFromArray(-1.0), tiny);
    }

    @Test
    void batchesHaveNoCauseAndAResidualForMetric() {
        System.out.println("seed 81");
        Batch batch = problem.sample(1000, new PhiloxStreams(81, 1));
        double[] parameters = Values.of(batch.context().get("a"));
        double mean = 0;
        for (double parameter : parameters) {
            assertTrue(parameter >= 0.1 && parameter < 10.1);
            mean += parameter / parameters.length;
        }
        // Five standard errors of a uniform number's mean.
        assertEquals(5.1, mean, 5 * 10 / Math.sqrt(12.0 * parameters.length));
        assertEquals(Optional.empty(), batch.cause());
        assertArrayEquals(new long[] {1000, 1}, problem.input(batch).shape());
        INDArray y = Nd4j.createFromArray(-1.0, 0.0, 0.5, -0.5);
        assertArrayEquals(new double[] {0.75}, problem.metrics(batch, y, y), 1e-15);
        assertArrayEquals(
                new double[] {0, 1, 1.5, 0.5},
                Values.of(problem.loss().value(y, y.mul(0).sub(1))));
        INDArray output = Nd4j.createFromArray(1f, 2f).reshape(2, 1);
        Batch two = problem.sample(2, new PhiloxStreams(81, 2));
        assertEquals(Nd4j.createFromArray(1.0, 2.0), problem.cause(output, two));
        assertEquals(output, problem.causeAdjoint(problem.cause(output, two), two));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        assertArrayEquals(inPool(1), inPool(3));
    }

    private double[] inPool(int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> Values.of(solve(new Newton(1), x).x())).join();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        INDArray matrix = Nd4j.zeros(DataType.DOUBLE, 4, 1);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> problem.simulator().simulate(matrix, context))
                .getMessage();
        assertTrue(message.contains("[4, 1]") && message.contains("[batch]"), message);
        assertThrows(
                IllegalArgumentException.class,
                () -> problem.simulator().simulate(Nd4j.createFromArray(1.0, 2.0), context));
        assertThrows(IllegalArgumentException.class, () -> new SineProblem(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new SineProblem(2, 1));
        assertEquals(Optional.empty(), new SineInverse().refuses(problem));
        assertEquals(Optional.empty(), new Newton(1).refuses(problem));
        assertEquals(Optional.empty(), new InverseGradient().refuses(problem));
    }

    private Solution solve(InverseSolver solver, INDArray guess) {
        InverseTask task = new InverseTask(
                problem.simulator(),
                problem.loss(),
                Nd4j.ones(DataType.DOUBLE, guess.shape()).neg(),
                context);
        return solver.solve(task, guess, problem.simulator().simulate(guess, context));
    }

    private static void requireClose(double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance * Math.max(1, Math.abs(expected[i])), "entry " + i);
        }
    }

    private static INDArray load(String name) {
        try (InputStream stream = SineProblemTest.class.getResourceAsStream(name + ".npy")) {
            return Nd4j.createNpyFromInputStream(stream);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
