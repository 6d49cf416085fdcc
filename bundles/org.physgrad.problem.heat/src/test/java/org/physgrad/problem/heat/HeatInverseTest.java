package org.physgrad.problem.heat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;

class HeatInverseTest {

    private final HeatProblem problem = new HeatProblem(64, 8);
    private final HeatInverse inverse = new HeatInverse(1e-6, 0, 0.5, 0.68);

    @ParameterizedTest
    @ValueSource(strings = {"zero", "blurred", "noisy"})
    void correctsAsTheReferenceDoes(String guess) {
        INDArray x0 = Reference.load("heat_inv_" + guess + "_pred");
        INDArray dx = inverse.solve(task(), x0, effect(x0)).x().sub(x0);
        assertEquals(0, Reference.relativeError(Reference.load("heat_inv_" + guess + "_dx"), dx), 1e-9);
    }

    /** From given amplitudes, so that the rounding of the transform does not matter. */
    @ParameterizedTest
    @ValueSource(strings = {"zero", "blurred", "noisy"})
    void weighsModesAsTheReferenceDoes(String guess) {
        double[] amplitude = Values.of(Reference.load("heat_inv_" + guess + "_amp"));
        double[] probability = Values.of(Reference.load("heat_inv_" + guess + "_prob"));
        double[] factor = Values.of(Reference.load("heat_inv_" + guess + "_kernel"));
        double[] kernel = Values.of(Reference.load("heat_kernel"));
        Damping damping = new Damping(0.5, 0.68);
        int cells = kernel.length;
        for (int example = 0; example < 2; example++) {
            double noise = 0;
            for (int k = 0; k < cells; k++) {
                // Parseval: the summed squares of the cells are those of the modes over N.
                noise += amplitude[example * cells + k] * amplitude[example * cells + k] / cells;
            }
            noise = 1e-6 * Math.sqrt(noise);
            for (int k = 0; k < cells; k++) {
                int at = example * cells + k;
                double p = damping.probability(amplitude[at], 64 * kernel[k], noise);
                assertEquals(probability[at], p, 1e-9);
                double exponent = -Math.log(kernel[k]);
                assertEquals(factor[at], Math.exp(exponent * damping.action(p)), 1e-7 * factor[at]);
            }
        }
    }

    @Test
    void repeatedStepsFollowTheReferenceCurve() {
        HeatInverse careful = new HeatInverse(1e-6, 1e-8, 0.5, 0.68);
        INDArray x = Reference.load("heat_x");
        INDArray l1 = Reference.load("heat_pg_iterated_l1");
        INDArray guess = Nd4j.zeros(DataType.DOUBLE, x.shape());
        for (int k = 0; k < l1.size(0); k++) {
            guess = careful.solve(task(), guess, effect(guess)).x();
            double[] distance = Values.of(guess.sub(x).norm1(1, 2));
            for (int example = 0; example < 2; example++) {
                assertEquals(l1.getDouble(k, example), distance[example], 1e-6 * distance[example], "step " + k);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 32, 64})
    void comesCloserAtAnyResolution(int n) {
        System.out.println("seed 31");
        HeatProblem any = new HeatProblem(n, 8.0 * n * n / 4096);
        Batch batch = any.sample(4, new PhiloxStreams(31, 1));
        INDArray zero = Nd4j.zeros(DataType.DOUBLE, 4, n, n);
        Solution solution = inverse.solve(InverseTask.of(any, batch), zero, zero);
        INDArray y = any.simulator().simulate(solution.x(), Context.EMPTY);
        double[] before = any.metrics(batch, zero, zero);
        double[] after = any.metrics(batch, solution.x(), y);
        assertTrue(after[0] < 0.7 * before[0], before[0] + " -> " + after[0]);
        assertTrue(after[2] < 1e-4 * before[2], before[2] + " -> " + after[2]);
    }

    @Test
    void anUndefinedExampleLeavesTheOthersAlone() {
        INDArray x0 = Reference.load("heat_inv_noisy_pred");
        INDArray y0 = effect(x0);
        INDArray expected = inverse.solve(task(), x0, y0).x();
        y0.putScalar(0, 3, 5, Double.NaN);
        Solution solution = inverse.solve(task(), x0, y0);
        assertEquals(Solution.Status.DIVERGED, solution.outcomes().get(0).status());
        assertEquals(Solution.Status.STEPPED, solution.outcomes().get(1).status());
        assertEquals(expected.slice(1), solution.x().slice(1));
    }

    @Test
    void refusesShapesAndParametersThatDoNotFit() {
        INDArray x0 = Nd4j.zeros(DataType.DOUBLE, 2, 32, 32);
        String message = assertThrows(IllegalArgumentException.class, () -> inverse.solve(task(), x0, x0))
                .getMessage();
        assertTrue(message.contains("[2, 32, 32]") && message.contains("[batch, 64, 64]"), message);
        assertThrows(IllegalArgumentException.class, () -> new HeatInverse(-1, 0, 0.5, 0.68));
        assertThrows(IllegalArgumentException.class, () -> new HeatInverse(1e-6, 0, 0.7, 0.68));
        assertEquals(Optional.empty(), inverse.refuses(problem));
    }

    private InverseTask task() {
        return InverseTask.of(problem, new Batch(Reference.load("heat_y"), Context.EMPTY, Optional.empty()));
    }

    private INDArray effect(INDArray x) {
        return problem.simulator().simulate(x, Context.EMPTY);
    }
}
