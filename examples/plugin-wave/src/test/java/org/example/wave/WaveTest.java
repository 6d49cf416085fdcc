package org.example.wave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Simulator;
import org.physgrad.math.DotProduct;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;
import org.physgrad.ml.MlPlatform;

/** The physics of the basin. */
class WaveTest {

    private static final int N = 32;

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /** In water of one depth, cos(pi p (i + 1/2) / n) swings as cos(omega t) with sin(omega/2) = s sin(pi p / 2n), step by step. */
    @Test
    void aStandingWaveSwingsAtTheFrequencyOfTheScheme() {
        int steps = 37;
        double courant = 0.5;
        int p = 3;
        double[] x = new double[N * N];
        for (int i = 0; i < N; i++) {
            Arrays.fill(x, i * N, (i + 1) * N, Math.cos(Math.PI * p * (i + 0.5) / N));
        }
        double omega = 2 * Math.asin(courant * Math.sin(Math.PI * p / (2 * N)));
        double[] expected =
                Arrays.stream(x).map(u -> u * Math.cos(omega * steps)).toArray();
        assertArrayEquals(expected, simulate(new WaveSimulator(N, steps, courant, 0), x), 1e-12);
    }

    @Test
    void wavesFromTheMiddleReachTheDeepEndFirst() {
        double[] x = new double[N * N];
        x[N / 2 * N + N / 2] = 1;
        double[] y = simulate(new WaveSimulator(N, 28, 0.6, 0.7), x);
        assertTrue(power(y, 0, N / 4) > 5 * power(y, 3 * N / 4, N), power(y, 0, N / 4) + " " + power(y, 3 * N / 4, N));
    }

    private static double power(double[] heights, int first, int end) {
        double sum = 0;
        for (int cell = first * N; cell < end * N; cell++) {
            sum += heights[cell] * heights[cell];
        }
        return sum;
    }

    @Test
    void theAdjointIsExactWhereTheDepthChanges() {
        Simulator simulator = new WaveSimulator(N, 40, 0.7, 0.9);
        INDArray x = drops(simulator).cause().orElseThrow();
        INDArray w = drops(simulator).target();
        double forward = DotProduct.of(Values.of(simulator.simulate(x, Context.EMPTY)), Values.of(w));
        double backward = DotProduct.of(Values.of(x), Values.of(simulator.adjoint(x, w, Context.EMPTY)));
        assertEquals(forward, backward, 1e-12 * Math.abs(forward));
    }

    @Test
    void theFilmBeginsAndEndsWithCauseAndEffect() {
        Simulator simulator = new WaveSimulator(N, 48, 0.5, 0.5);
        Batch batch = drops(simulator);
        double[] film = Values.of(simulator
                .evolve(batch.cause().orElseThrow(), batch.context())
                .orElseThrow()
                .states()
                .get("height"));
        int frames = film.length / (2 * N * N);
        double[] last = Arrays.copyOfRange(film, (frames - 1) * N * N, frames * N * N);
        assertArrayEquals(Arrays.copyOf(Values.of(batch.target()), N * N), last);
        double[] first = Arrays.copyOf(film, N * N);
        assertArrayEquals(Arrays.copyOf(Values.of(batch.cause().orElseThrow()), N * N), first);
    }

    /** Each pass multiplies the error of a mode by 1 - cos^2, half of it on average. */
    @Test
    void timeReversalFindsTheDrops() {
        WaveProblem problem = new WaveProblem(N, 40, 0.5, 0.5);
        Batch batch = drops(problem.simulator());
        INDArray nothing = Values.array(new double[2 * N * N], DataType.DOUBLE, 2, N, N);
        double before = batch.cause().orElseThrow().norm2Number().doubleValue();
        double last = before;
        for (int passes : new int[] {1, 4, 16}) {
            INDArray found = new TimeReversal(passes)
                    .solve(InverseTask.of(problem, batch), nothing, nothing)
                    .x();
            double error = found.sub(batch.cause().orElseThrow()).norm2Number().doubleValue();
            assertTrue(error < last, error + " after " + passes + " passes, " + last + " before");
            last = error;
        }
        assertTrue(last < 0.5 * before, last + " of " + before + " is left");
    }

    private static Batch drops(Simulator simulator) {
        int seed = 4;
        System.out.println("seed " + seed);
        double[] heights = new double[2 * N * N];
        for (int example = 0; example < 2; example++) {
            new Drops(N).draw(new PhiloxStreams(seed, 0).stream("drops", example), heights, example * N * N);
        }
        INDArray x = Values.array(heights, DataType.DOUBLE, 2, N, N);
        return new Batch(simulator.simulate(x, Context.EMPTY), Context.EMPTY, Optional.of(x));
    }

    private static double[] simulate(Simulator simulator, double[] x) {
        return Values.of(simulator.simulate(Values.array(x, DataType.DOUBLE, 1, N, N), Context.EMPTY));
    }
}
