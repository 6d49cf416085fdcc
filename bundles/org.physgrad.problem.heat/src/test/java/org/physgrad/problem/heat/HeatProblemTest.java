package org.physgrad.problem.heat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseTask;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;

class HeatProblemTest {

    private final HeatProblem problem = new HeatProblem(64, 8);

    @Test
    void softRectanglesAreThoseOfTheReference() {
        INDArray parameters = Reference.load("heat_softmask_params");
        double[] expected = Values.of(Reference.load("heat_softmask"));
        for (int row = 0; row < 3; row++) {
            double halfX = parameters.getDouble(row, 2);
            double halfY = parameters.getDouble(row, 3);
            double x = Math.min(64 - halfX, Math.max(halfX, parameters.getDouble(row, 0)));
            double y = Math.min(64 - halfY, Math.max(halfY, parameters.getDouble(row, 1)));
            double[] actual = new double[4096];
            new SoftRectangle(x, y, halfX, halfY).addTo(actual, 1, 64);
            assertArrayEquals(Arrays.copyOfRange(expected, row * 4096, (row + 1) * 4096), actual, 1e-12);
        }
    }

    /** Against 512 examples of the authors' generator: mean, deviation, sums per example and share of cells that are not zero. */
    @Test
    void generatorHasTheStatisticsOfTheReference() {
        long seed = 20;
        System.out.println("seed " + seed);
        int size = 2048;
        double[] x = Values.of(
                problem.sample(size, new PhiloxStreams(seed, 1)).cause().orElseThrow());
        double sum = 0;
        double squares = 0;
        double deviations = 0;
        int nonzero = 0;
        for (int example = 0; example < size; example++) {
            double exampleSum = 0;
            for (int i = example * 4096; i < (example + 1) * 4096; i++) {
                exampleSum += x[i];
                squares += x[i] * x[i];
                nonzero += x[i] == 0 ? 0 : 1;
            }
            for (int i = example * 4096; i < (example + 1) * 4096; i++) {
                deviations += Math.abs(x[i] - exampleSum / 4096);
            }
            sum += exampleSum;
        }
        double mean = sum / x.length;
        double[] expected = Values.of(Reference.load("heat_generator_stats"));
        // Examples scatter by about half their mean, so 512 of them give 2.3 %; four standard errors.
        assertEquals(expected[0], mean, 0.1 * expected[0]);
        assertEquals(expected[1], Math.sqrt(squares / x.length - mean * mean), 0.07 * expected[1]);
        assertEquals(expected[3], sum / size, 0.1 * expected[3]);
        assertEquals(expected[4], deviations / size, 0.1 * expected[4]);
        assertEquals(expected[5], nonzero / (double) x.length, 0.07 * expected[5]);
    }

    @Test
    void observationsAreTheEffectsOfTheCauses() {
        System.out.println("seed 3");
        Batch batch = problem.sample(3, new PhiloxStreams(3, 7));
        INDArray x = batch.cause().orElseThrow();
        INDArray y = problem.simulator().simulate(x, batch.context());
        assertEquals(batch.target(), y);
        assertArrayEquals(new double[3], problem.metrics(batch, x, y));
        assertArrayEquals(new long[] {3, 1, 64, 64}, problem.input(batch).shape());
        assertEquals(DataType.FLOAT, problem.input(batch).dataType());
    }

    @Test
    void causeHasTheMeanOfTheObservationAndItsAdjointFits() {
        System.out.println("seed 4");
        Batch batch = problem.sample(3, new PhiloxStreams(4, 7));
        Nd4j.getRandom().setSeed(4);
        INDArray output = Nd4j.rand(DataType.FLOAT, 3, 1, 64, 64);
        INDArray x0 = problem.cause(output, batch);
        assertArrayEquals(Values.of(batch.target().mean(1, 2)), Values.of(x0.mean(1, 2)), 1e-12);
        INDArray zero = problem.cause(output.mul(0), batch);
        INDArray cotangent = Nd4j.rand(DataType.DOUBLE, 3, 64, 64);
        double forward = x0.sub(zero).mul(cotangent).sumNumber().doubleValue();
        INDArray gradient = problem.causeAdjoint(cotangent, batch).castTo(DataType.DOUBLE);
        double backward =
                gradient.mul(output.castTo(DataType.DOUBLE)).sumNumber().doubleValue();
        // The gradient is rounded to float32.
        assertEquals(forward, backward, 1e-3);
        assertEquals(DataType.FLOAT, problem.causeAdjoint(cotangent, batch).dataType());
    }

    @Test
    void metricsAreSumsOverCellsAveragedOverExamples() {
        INDArray zero = Nd4j.zeros(DataType.DOUBLE, 2, 64, 64);
        INDArray y = zero.dup();
        y.putScalar(0, 0, 0, -3);
        y.putScalar(1, 5, 5, 1);
        INDArray x = zero.add(0.5);
        Batch known = new Batch(zero, org.physgrad.api.Context.EMPTY, Optional.of(zero));
        assertArrayEquals(new double[] {2048, 2, 2.5}, problem.metrics(known, x, y));
        Batch measured = new Batch(zero, org.physgrad.api.Context.EMPTY, Optional.empty());
        assertArrayEquals(new double[] {Double.NaN, 2, 2.5}, problem.metrics(measured, x, y));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        System.out.println("seed 5");
        assertArrayEquals(iteration(1), iteration(3));
    }

    private double[] iteration(int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                        Batch batch = problem.sample(8, new PhiloxStreams(5, 1));
                        INDArray x0 = Nd4j.zeros(DataType.DOUBLE, 8, 64, 64);
                        INDArray y0 = problem.simulator().simulate(x0, batch.context());
                        return Values.of(new HeatInverse(1e-6, 0, 0.5, 0.68)
                                .solve(InverseTask.of(problem, batch), x0, y0)
                                .x());
                    })
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesParametersOutOfRange() {
        String message = assertThrows(IllegalArgumentException.class, () -> new HeatProblem(3, 8))
                .getMessage();
        assertTrue(message.contains("resolution is 3"), message);
        assertThrows(IllegalArgumentException.class, () -> new HeatProblem(64, -1));
        assertThrows(IllegalArgumentException.class, () -> new HeatProblem(64, Double.NaN));
    }
}
