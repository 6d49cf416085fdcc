package org.physgrad.problem.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.Evolution;
import org.physgrad.api.Linearization;
import org.physgrad.api.Simulator;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;
import org.physgrad.problem.fluid.FluidProblem.Energy;
import org.physgrad.problem.fluid.FluidProblem.ProjectionMethod;

class FluidSimulatorTest {

    private static final FluidProblem PROBLEM = new FluidProblem(64, 8, 2, ProjectionMethod.spectral, Energy.component);

    private final Simulator simulator = PROBLEM.simulator();
    private final Context context = Context.of("m0", Reference.load("ns_m0"));
    private final INDArray truth = Reference.load("ns_v0_gt");

    static INDArray finalMarkers() {
        return Nd4j.stack(
                0,
                Reference.load("ns_rollout_marker_1_8").slice(0).slice(1),
                Reference.load("ns_rollout_marker_1_8").slice(1).slice(1));
    }

    @Test
    void simulatesAsTheReferenceDoes() {
        INDArray y = simulator.simulate(truth, context);
        assertArrayEquals(Values.of(finalMarkers()), Values.of(y), 1e-8);
        assertEquals(y, simulator.linearize(truth, context).value());
    }

    @Test
    void evolutionLeadsFromTheInitialMarkerThroughTheReferenceStatesToTheEffect() {
        Evolution evolution = simulator.evolve(truth, context).orElseThrow();
        assertEquals(0.25, evolution.step());
        INDArray marker = evolution.states().get("marker");
        INDArray velocity = evolution.states().get("velocity");
        assertArrayEquals(new long[] {2, 9, 64, 64}, marker.shape());
        assertArrayEquals(new long[] {2, 9, 64, 64, 2}, velocity.shape());
        INDArray reference = Reference.load("ns_rollout_marker_1_8");
        INDArray faces = Reference.load("ns_rollout_velocity_1_8");
        for (int example = 0; example < 2; example++) {
            assertArrayEquals(
                    Reference.example("ns_m0", example),
                    Values.of(marker.slice(example).slice(0)));
            assertArrayEquals(
                    Values.of(reference.slice(example).slice(0)),
                    Values.of(marker.slice(example).slice(1)),
                    1e-8);
            assertArrayEquals(
                    Values.of(faces.slice(example).slice(1).mean(0, 1)),
                    Values.of(velocity.slice(example).slice(8).mean(0, 1)),
                    1e-8,
                    "going from faces to centres keeps the momentum");
        }
        assertEquals(
                simulator.simulate(truth, context).slice(1), marker.slice(1).slice(8));
    }

    @Test
    void conjugateGradientsAndTotalEnergyAreOptions() {
        double[] exact = Values.of(finalMarkers());
        FluidProblem cg = new FluidProblem(64, 8, 2, ProjectionMethod.cg, Energy.component);
        assertArrayEquals(exact, Values.of(cg.simulator().simulate(truth, context)), 1e-4);
        FluidProblem total = new FluidProblem(64, 8, 2, ProjectionMethod.spectral, Energy.total);
        double difference = total.simulator()
                .simulate(truth, context)
                .sub(finalMarkers())
                .amaxNumber()
                .doubleValue();
        assertTrue(difference > 0.1 && difference < 1, "difference " + difference);
    }

    @Test
    void gradientOfTheLossIsThatOfTheReferenceAndOfFiniteDifferences() {
        INDArray x = truth.mul(0.5);
        Linearization at = simulator.linearize(x, context);
        double[] losses = Values.of(PROBLEM.loss().value(at.value(), finalMarkers()));
        assertArrayEquals(Values.of(Reference.load("ns_grad_half_loss")), losses, 1e-8);
        INDArray gradient = at.adjoint(PROBLEM.loss().gradient(at.value(), finalMarkers()));
        INDArray expected = Reference.load("ns_grad_half_grad");
        for (int example = 0; example < 2; example++) {
            double error = expected.slice(example).distance2(gradient.slice(example))
                    / expected.slice(example).norm2Number().doubleValue();
            assertTrue(error < 1e-6, "relative error " + error);
        }
        INDArray direction = uniform(11, 2, 64, 64, 2);
        double step = 1e-6;
        double[] above = loss(x.add(direction.mul(step)));
        double[] below = loss(x.sub(direction.mul(step)));
        for (int example = 0; example < 2; example++) {
            double predicted = gradient.slice(example)
                    .mul(direction.slice(example))
                    .sumNumber()
                    .doubleValue();
            assertEquals((above[example] - below[example]) / (2 * step), predicted, 1e-5 * Math.abs(predicted));
        }
    }

    private double[] loss(INDArray x) {
        return Values.of(PROBLEM.loss().value(simulator.simulate(x, context), finalMarkers()));
    }

    /** The dot-product test: y'.w of a central difference along a direction against direction.P'^T w. */
    @ParameterizedTest
    @EnumSource(Energy.class)
    void adjointAgreesWithDifferencesAlongRandomDirections(Energy energy) {
        FluidProblem any = new FluidProblem(32, 5, 1.5, ProjectionMethod.spectral, energy);
        Batch batch = any.sample(3, new PhiloxStreams(12, 1));
        INDArray x = batch.cause().orElseThrow();
        Linearization at = any.simulator().linearize(x, batch.context());
        for (long seed = 13; seed < 17; seed++) {
            INDArray direction = uniform(seed, 3, 32, 32, 2);
            INDArray w = uniform(seed + 10, 3, 32, 32);
            double step = 1e-6;
            double forward = any.simulator()
                            .simulate(x.add(direction.mul(step)), batch.context())
                            .sub(any.simulator().simulate(x.sub(direction.mul(step)), batch.context()))
                            .mul(w)
                            .sumNumber()
                            .doubleValue()
                    / (2 * step);
            double backward = at.adjoint(w).mul(direction).sumNumber().doubleValue();
            assertEquals(forward, backward, 1e-5 * Math.abs(forward), "seed " + seed);
        }
    }

    @Test
    void conjugateGradientsHaveTheSameAdjoint() {
        FluidProblem cg = new FluidProblem(64, 8, 2, ProjectionMethod.cg, Energy.component);
        INDArray w = uniform(30, 2, 64, 64);
        INDArray x = truth.mul(0.5);
        INDArray exact = simulator.adjoint(x, w, context);
        INDArray approximate = cg.simulator().adjoint(x, w, context);
        double error = exact.distance2(approximate) / exact.norm2Number().doubleValue();
        assertTrue(error < 1e-2, "relative error " + error);
    }

    @Test
    void anUndefinedExampleLeavesTheOthersAlone() {
        INDArray x = truth.dup();
        x.putScalar(new int[] {0, 5, 7, 1}, Double.NaN);
        x.putScalar(new int[] {0, 6, 7, 1}, Double.POSITIVE_INFINITY);
        INDArray y = simulator.simulate(x, context);
        assertTrue(Double.isNaN(y.slice(0).sumNumber().doubleValue()));
        assertEquals(simulator.simulate(truth, context).slice(1), y.slice(1));
        // Lookups of astronomic length stay within the field.
        x.putScalar(new int[] {0, 5, 7, 1}, 1e300);
        x.putScalar(new int[] {0, 6, 7, 1}, -1e19);
        simulator.simulate(x, context);
    }

    @Test
    void refusesOtherShapesAndNamesBoth() {
        INDArray wrong = Nd4j.zeros(DataType.DOUBLE, 2, 2, 64, 64);
        refuses("[2, 2, 64, 64]", "[batch, 64, 64, 2]", () -> simulator.simulate(wrong, context));
        refuses("[2, 2, 64, 64]", "[batch, 64, 64]", () -> simulator.simulate(truth, Context.of("m0", wrong)));
        refuses(
                "3 examples",
                "2",
                () -> simulator.simulate(truth, Context.of("m0", Nd4j.zeros(DataType.DOUBLE, 3, 64, 64))));
        refuses("[2, 2, 64, 64]", "[batch, 64, 64]", () -> simulator.adjoint(truth, wrong, context));
        refuses("m0", "[]", () -> simulator.simulate(truth, Context.EMPTY));
    }

    private static void refuses(String found, String expected, Runnable call) {
        String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
        assertTrue(message.contains(found) && message.contains(expected), message);
    }

    private static INDArray uniform(long seed, long... shape) {
        System.out.println("seed " + seed);
        long length = 1;
        for (long extent : shape) {
            length *= extent;
        }
        return Values.array(new Random(seed).doubles(length).map(u -> 2 * u - 1).toArray(), DataType.DOUBLE, shape);
    }
}
