package org.physgrad.problem.fluid;

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
import org.physgrad.api.Linearization;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;
import org.physgrad.problem.fluid.FluidProblem.Energy;
import org.physgrad.problem.fluid.FluidProblem.ProjectionMethod;

class FluidProblemTest {

    private static final int CELLS = 4096;

    private final FluidProblem problem = new FluidProblem(64, 8, 2, ProjectionMethod.spectral, Energy.component);

    @Test
    void generatorMakesOfTheReferenceNoiseTheReferenceMarker() {
        FluidGenerator generator = new FluidGenerator(new Domain(64), 2);
        double fill = Reference.load("ns_gen_fill_fraction").getDouble(0);
        for (int example = 0; example < 2; example++) {
            double[] position = Reference.example("ns_gen_pos", example);
            double[] marker = new double[CELLS];
            generator.mark(Reference.example("ns_gen_noise_raw", example), position[0], position[1], fill, marker, 0);
            double[] expected = Reference.example("ns_m0", example);
            assertArrayEquals(expected, marker);
            Vec centre = Vec.centreOfMass(new Domain(64), marker, 0);
            assertArrayEquals(Reference.example("ns_com", example), new double[] {centre.x(), centre.y()}, 1e-12);
        }
    }

    @Test
    void velocitiesHaveThePartsOfTheReference() {
        Vortex vortex = new Vortex(new Domain(64));
        double[] strengths = Values.of(Reference.load("ns_gen_vorticity"));
        for (int example = 0; example < 2; example++) {
            double[] uniform = Reference.example("ns_gen_uniform", example);
            double[] velocity = new double[2 * CELLS];
            vortex.write(strengths[example], new Vec(uniform[0], uniform[1]), velocity, 0);
            double[] fluctuations = Reference.example("ns_gen_fluct", example);
            Arrays.setAll(velocity, k -> velocity[k] + fluctuations[k]);
            assertArrayEquals(Reference.example("ns_v0_gt", example), velocity, 1e-12);
        }
    }

    @Test
    void markersFillPartOfABoxAndVelocitiesCarryThemToTheMiddle() {
        System.out.println("seed 40");
        int size = 64;
        Batch batch = problem.sample(size, new PhiloxStreams(40, 1));
        double[] markers = Values.of(batch.context().get("m0"));
        double[] velocities = Values.of(batch.cause().orElseThrow());
        double strongest = 0;
        double squares = 0;
        Vortex vortex = new Vortex(new Domain(64));
        for (int example = 0; example < size; example++) {
            int[] box = {64, -1, 64, -1};
            int marked = 0;
            for (int cell = 0; cell < CELLS; cell++) {
                double m = markers[example * CELLS + cell];
                assertTrue(m == 0 || m == 1);
                if (m == 1) {
                    marked++;
                    box[0] = Math.min(box[0], cell / 64);
                    box[1] = Math.max(box[1], cell / 64);
                    box[2] = Math.min(box[2], cell % 64);
                    box[3] = Math.max(box[3], cell % 64);
                }
            }
            assertTrue(marked >= 0.05 * CELLS - 1 && marked <= 0.15 * CELLS, "marked " + marked);
            assertTrue(box[1] - box[0] < 29 && box[3] - box[2] < 29, Arrays.toString(box));
            int offset = 2 * example * CELLS;
            Vec uniform = Vec.MIDDLE
                    .minus(Vec.centreOfMass(new Domain(64), markers, example * CELLS))
                    .times(0.5);
            double strength = vortex.strength(velocities, offset);
            strongest = Math.max(strongest, Math.abs(strength));
            double[] rest = new double[2 * CELLS];
            vortex.write(strength, uniform, rest, 0);
            double mean = 0;
            for (int k = 0; k < rest.length; k++) {
                double fluctuation = velocities[offset + k] - rest[k];
                mean += fluctuation / rest.length;
                squares += fluctuation * fluctuation / rest.length / size;
            }
            assertEquals(0, mean, 1e-2);
        }
        assertTrue(strongest > 1.7 && strongest < 2.1, "strongest " + strongest);
        // The fluctuations have a deviation of 0.1; what the reading of the strength takes from them is little.
        assertEquals(0.1, Math.sqrt(squares), 0.003);
    }

    /** Means over the generator's distribution, with four standard errors of 128 examples. */
    @Test
    void errorsOfSimpleAnswersAreThoseOfTheReference() {
        System.out.println("seed 41");
        int size = 128;
        Batch batch = problem.sample(size, new PhiloxStreams(41, 1));
        INDArray v0 = batch.cause().orElseThrow();
        INDArray zero = v0.mul(0);
        double[] atRest = metrics(batch, zero);
        double[] known = metrics(batch, v0);
        double[] uniform = metrics(batch, uniform(batch));
        INDArray estimate = new FluidInverse(false)
                .solve(InverseTask.of(problem, batch), zero, problem.simulator().simulate(zero, batch.context()))
                .x();
        double[] estimated = metrics(batch, estimate);
        System.out.printf(
                "v0_l1: rest %.0f, uniform %.0f, estimate %.0f, truth %.0f; loss at rest %.0f%n",
                atRest[1], uniform[1], estimated[1], known[1], atRest[0]);
        assertEquals(53500, atRest[1], 8000);
        assertEquals(15300, uniform[1], 3200);
        assertEquals(8300, estimated[1], 2200);
        assertEquals(367, known[1], 5);
        assertEquals(4096 * Math.sqrt(1e-5f), known[0], 1e-9);
        assertEquals(563, atRest[0], 100);
        assertArrayEquals(new double[] {batch.size()}, new double[] {size});
    }

    private double[] metrics(Batch batch, INDArray x) {
        return problem.metrics(batch, x, problem.simulator().simulate(x, batch.context()));
    }

    private static INDArray uniform(Batch batch) {
        double[] markers = Values.of(batch.context().get("m0"));
        double[] velocities = new double[2 * markers.length];
        Vortex vortex = new Vortex(new Domain(64));
        for (int example = 0; example < batch.size(); example++) {
            Vec centre = Vec.centreOfMass(new Domain(64), markers, example * CELLS);
            vortex.write(0, Vec.MIDDLE.minus(centre).times(0.5), velocities, 2 * example * CELLS);
        }
        return Values.array(velocities, DataType.DOUBLE, batch.size(), 64, 64, 2);
    }

    @Test
    void networkSeesBothMarkersAndAnswersComponents() {
        System.out.println("seed 42");
        Batch batch = problem.sample(2, new PhiloxStreams(42, 1));
        INDArray input = problem.input(batch);
        assertArrayEquals(new long[] {2, 2, 64, 64}, input.shape());
        assertEquals(DataType.FLOAT, input.dataType());
        assertEquals(batch.context().get("m0").getDouble(1, 30, 31), input.getDouble(1, 0, 30, 31), 1e-7);
        assertEquals(batch.target().getDouble(1, 30, 31), input.getDouble(1, 1, 30, 31), 1e-7);
        Nd4j.getRandom().setSeed(42);
        INDArray output = Nd4j.rand(DataType.FLOAT, 2, 2, 64, 64);
        INDArray x0 = problem.cause(output, batch);
        assertArrayEquals(new long[] {2, 64, 64, 2}, x0.shape());
        assertEquals(output.getDouble(1, 0, 3, 4), x0.getDouble(1, 3, 4, 0));
        assertEquals(output, problem.causeAdjoint(x0, batch));
    }

    @Test
    void metricsOfMeasuredDataHaveNoVelocityError() {
        INDArray zero = Nd4j.zeros(DataType.DOUBLE, 1, 64, 64);
        Batch measured = new Batch(zero, org.physgrad.api.Context.of("m0", zero), Optional.empty());
        double[] metrics = problem.metrics(measured, Nd4j.zeros(DataType.DOUBLE, 1, 64, 64, 2), zero);
        assertEquals(12.95, metrics[0], 0.01);
        assertTrue(Double.isNaN(metrics[1]));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        System.out.println("seed 43");
        assertArrayEquals(iteration(1), iteration(3));
    }

    private double[] iteration(int threads) {
        FluidProblem fresh = new FluidProblem(32, 8, 2, ProjectionMethod.spectral, Energy.component);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                        Batch batch = fresh.sample(8, new PhiloxStreams(43, 1));
                        INDArray x0 = batch.cause().orElseThrow().mul(0.5);
                        Linearization at = fresh.simulator().linearize(x0, batch.context());
                        INDArray gradient = at.adjoint(fresh.loss().gradient(at.value(), batch.target()));
                        INDArray x1 = new FluidInverse(false)
                                .solve(InverseTask.of(fresh, batch), x0, at.value())
                                .x();
                        return Values.of(Nd4j.concat(0, gradient, x1));
                    })
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesParametersOutOfRange() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new FluidProblem(8, 8, 2, ProjectionMethod.spectral, Energy.component))
                .getMessage();
        assertTrue(message.contains("resolution is 8"), message);
        assertThrows(
                IllegalArgumentException.class,
                () -> new FluidProblem(64, 0, 2, ProjectionMethod.spectral, Energy.component));
        assertThrows(
                IllegalArgumentException.class,
                () -> new FluidProblem(64, 8, 0, ProjectionMethod.spectral, Energy.component));
    }
}
