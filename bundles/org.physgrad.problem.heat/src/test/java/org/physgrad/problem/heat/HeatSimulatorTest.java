package org.physgrad.problem.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseTask;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;
import org.physgrad.solvers.GradientDescent;

class HeatSimulatorTest {

    private final HeatSimulator simulator = new HeatSimulator(64, 8);

    @Test
    void diffusesAsTheReferenceDoes() {
        INDArray y = simulator.simulate(Reference.load("heat_x"), Context.EMPTY);
        assertEquals(0, Reference.relativeError(Reference.load("heat_y"), y), 1e-12);
    }

    @Test
    void mapsAndAdjointAgree() {
        // An odd size has no highest frequency of its own.
        for (int n : new int[] {7, 16, 64}) {
            HeatSimulator any = new HeatSimulator(n, 1.5);
            INDArray x = gaussian(21, 3, n);
            INDArray w = gaussian(22, 3, n);
            double forward = any.simulate(x, Context.EMPTY).mul(w).sumNumber().doubleValue();
            double backward =
                    any.adjoint(x, w, Context.EMPTY).mul(x).sumNumber().doubleValue();
            assertEquals(forward, backward, 1e-11 * Math.abs(forward), "n = " + n);
        }
    }

    @Test
    void keepsTheMeanAndLosesVariance() {
        INDArray x = Reference.load("heat_x");
        INDArray y = simulator.simulate(x, Context.EMPTY);
        assertEquals(x.meanNumber().doubleValue(), y.meanNumber().doubleValue(), 1e-13);
        assertTrue(y.stdNumber().doubleValue() < 0.9 * x.stdNumber().doubleValue());
    }

    @Test
    void gradientDescentFollowsTheReferenceCurves() {
        INDArray x = Reference.load("heat_x");
        INDArray l1 = Reference.load("heat_gd_l1");
        INDArray loss = Reference.load("heat_gd_loss");
        HeatProblem problem = new HeatProblem(64, 8);
        InverseTask task =
                InverseTask.of(problem, new Batch(Reference.load("heat_y"), Context.EMPTY, java.util.Optional.empty()));
        GradientDescent descent = new GradientDescent(1, 1, 0);
        INDArray guess = Nd4j.zeros(DataType.DOUBLE, x.shape());
        for (int k = 0; k < l1.size(0); k++) {
            INDArray y = simulator.simulate(guess, Context.EMPTY);
            double[] losses = Values.of(problem.loss().value(y, task.target()));
            guess = descent.solve(task, guess, y).x();
            double[] distance = Values.of(guess.sub(x).norm1(1, 2));
            for (int example = 0; example < 2; example++) {
                assertEquals(loss.getDouble(k, example), losses[example], 1e-9 * losses[example]);
                assertEquals(l1.getDouble(k, example), distance[example], 1e-9 * distance[example]);
            }
        }
    }

    @Test
    void refusesOtherShapesAndNamesBoth() {
        INDArray wrong = Nd4j.zeros(DataType.DOUBLE, 2, 64, 32);
        String message = assertThrows(IllegalArgumentException.class, () -> simulator.simulate(wrong, Context.EMPTY))
                .getMessage();
        assertTrue(message.contains("[2, 64, 32]") && message.contains("[batch, 64, 64]"), message);
        INDArray x = Nd4j.zeros(DataType.DOUBLE, 2, 64, 64);
        INDArray more = Nd4j.zeros(DataType.DOUBLE, 3, 64, 64);
        assertThrows(IllegalArgumentException.class, () -> simulator.adjoint(x, more, Context.EMPTY));
    }

    private static INDArray gaussian(long seed, int size, int n) {
        System.out.println("seed " + seed);
        double[] values = new double[size * n * n];
        var random = new PhiloxStreams(seed, 0).stream("gaussian");
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Values.array(values, DataType.DOUBLE, size, n, n);
    }
}
