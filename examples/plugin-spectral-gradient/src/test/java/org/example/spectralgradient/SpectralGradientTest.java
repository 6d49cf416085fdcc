package org.example.spectralgradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Simulator;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.SquaredLoss;
import org.physgrad.math.Values;
import org.physgrad.ml.MlPlatform;

/** What the solver finds, where the answer is known. */
class SpectralGradientTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final double[] SCALES = {1, 2, 5, 10};

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /** y = a x for each entry with a of its own: L has curvatures from 1 to 100. */
    private record Scaling() implements Simulator {
        @Override
        public long[] causeShape() {
            return new long[] {SCALES.length};
        }

        @Override
        public long[] effectShape() {
            return causeShape();
        }

        @Override
        public INDArray simulate(INDArray x, Context context) {
            double[] values = Values.of(x);
            Arrays.setAll(values, i -> values[i] * SCALES[i % SCALES.length]);
            return Values.array(values, DataType.DOUBLE, x.shape());
        }

        @Override
        public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
            return simulate(cotangent, context);
        }
    }

    private static Solution solve(SpectralGradientSolver solver, double[] cause, double[] x0) {
        Simulator simulator = new Scaling();
        INDArray start = array(x0);
        InverseTask task = new InverseTask(
                simulator, new SquaredLoss(), simulator.simulate(array(cause), Context.EMPTY), Context.EMPTY);
        return solver.solve(task, start, simulator.simulate(start, Context.EMPTY));
    }

    private static INDArray array(double... values) {
        return Values.array(values, DataType.DOUBLE, values.length / SCALES.length, SCALES.length);
    }

    @Test
    void badlyScaledCausesAreFoundInAFewSteps() {
        double[] cause = {1, -2, 3, 0.5, 0.1, 0.2, -0.3, 0.4};
        Solution solution =
                solve(new SpectralGradientSolver(200, -NONE, NONE, 10, 1e-10), cause, new double[cause.length]);
        assertArrayEquals(cause, Values.of(solution.x()), 1e-8);
        for (Solution.Outcome outcome : solution.outcomes()) {
            assertEquals(Status.CONVERGED, outcome.status());
            // Plain gradient descent needs 2300 steps: the error of the flattest entry falls by 1 - 1/100 in each.
            assertTrue(outcome.evaluations() < 120, outcome::toString);
        }
    }

    /** The loss is a sum over the entries, so the constrained minimum is the cause, cut off at the bounds. */
    @Test
    void entriesThatABoundHoldsBackLieOnIt() {
        double[] cause = {1, -2, 3, 0.5};
        Solution solution = solve(new SpectralGradientSolver(200, -1, 2, 10, 1e-10), cause, new double[] {9, 9, 9, 9});
        assertArrayEquals(new double[] {1, -1, 2, 0.5}, Values.of(solution.x()), 1e-8);
        assertEquals(Status.CONVERGED, solution.outcomes().get(0).status());
    }

    @Test
    void theBestPointIsReturnedThoughTheLossMayRiseOnTheWay() {
        double[] cause = {1, -2, 3, 0.5};
        double last = Double.POSITIVE_INFINITY;
        for (int evaluations = 2; evaluations < 40; evaluations++) {
            double loss = solve(new SpectralGradientSolver(evaluations, -NONE, NONE, 10, 0), cause, new double[4])
                    .outcomes()
                    .get(0)
                    .loss();
            assertTrue(loss <= last, loss + " after " + evaluations + " evaluations, " + last + " before");
            last = loss;
        }
    }

    @Test
    void boundsThatCrossAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SpectralGradientSolver(10, 1, 1, 1, 0));
    }
}
