package org.physgrad.problem.poisson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class PoissonProblemTest {

    private final PoissonProblem problem = new PoissonProblem(80, 60, PoissonProblem.Method.direct, 1e-5);

    @Test
    void oneInverseStepFindsTheSourceFromAnywhere() {
        System.out.println("seed 51");
        Batch batch = problem.sample(4, new PhiloxStreams(51, 1));
        INDArray x = batch.cause().orElseThrow();
        INDArray x0 = Nd4j.ones(DataType.DOUBLE, x.shape()).muli(-3);
        INDArray y0 = problem.simulator().simulate(x0, batch.context());
        INDArray x1 = new PoissonInverse(1)
                .solve(InverseTask.of(problem, batch), x0, y0)
                .x();
        assertEquals(0, Reference.relativeError(x, x1), 1e-11);
        INDArray halfway = new PoissonInverse(0.5)
                .solve(InverseTask.of(problem, batch), x0, y0)
                .x();
        assertEquals(0, Reference.relativeError(x.add(x0).mul(0.5), halfway), 1e-11);
    }

    @Test
    void sourcesAreNormalisedAndObservationsAreTheirEffects() {
        System.out.println("seed 52");
        Batch batch = problem.sample(3, new PhiloxStreams(52, 7));
        INDArray x = batch.cause().orElseThrow();
        assertArrayEquals(new double[3], Values.of(x.mean(1, 2)), 1e-13);
        assertArrayEquals(new double[] {1, 1, 1}, Values.of(x.std(false, 1, 2)), 1e-12);
        INDArray y = problem.simulator().simulate(x, batch.context());
        assertArrayEquals(new double[3], problem.metrics(batch, x, y));
        assertArrayEquals(new long[] {3, 1, 80, 60}, problem.input(batch).shape());
    }

    @Test
    void networkArraysAreTheFieldsInSinglePrecision() {
        INDArray zero = Nd4j.zeros(DataType.DOUBLE, 2, 80, 60);
        Batch batch = new Batch(zero, org.physgrad.api.Context.EMPTY, Optional.empty());
        INDArray output = Nd4j.arange(9600).castTo(DataType.FLOAT).reshape(2, 1, 80, 60);
        INDArray x0 = problem.cause(output, batch);
        assertEquals(DataType.DOUBLE, x0.dataType());
        assertEquals(4800 + 7 * 60 + 11, x0.getDouble(1, 7, 11));
        assertEquals(output, problem.causeAdjoint(x0, batch));
        assertTrue(Double.isNaN(problem.metrics(batch, x0, zero)[0]));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        System.out.println("seed 53");
        assertArrayEquals(iteration(1), iteration(3));
    }

    private double[] iteration(int threads) {
        int before = Nd4j.getEnvironment().maxThreads();
        Nd4j.getEnvironment().setMaxThreads(Math.min(threads, 2));
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                        Batch batch = problem.sample(8, new PhiloxStreams(53, 1));
                        INDArray x0 = Nd4j.ones(DataType.DOUBLE, 8, 80, 60);
                        INDArray y0 = problem.simulator().simulate(x0, batch.context());
                        return Values.of(new PoissonInverse(1)
                                .solve(InverseTask.of(problem, batch), x0, y0)
                                .x());
                    })
                    .join();
        } finally {
            pool.shutdown();
            Nd4j.getEnvironment().setMaxThreads(before);
        }
    }

    @Test
    void refusesParametersOutOfRange() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new PoissonProblem(80, 2, PoissonProblem.Method.direct, 1e-5))
                .getMessage();
        assertTrue(message.contains("80 x 2"), message);
        assertThrows(IllegalArgumentException.class, () -> new PoissonProblem(80, 60, PoissonProblem.Method.cg, 0));
        assertThrows(IllegalArgumentException.class, () -> new PoissonInverse(0));
    }
}
