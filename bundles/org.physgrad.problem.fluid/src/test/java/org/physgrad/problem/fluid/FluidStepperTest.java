package org.physgrad.problem.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.physgrad.problem.fluid.FluidProblem.ProjectionMethod;

class FluidStepperTest {

    private final Domain domain = new Domain(64);
    private final FluidStepper stepper = stepper(domain, 0.25, true);

    private static FluidStepper stepper(Domain domain, double timeStep, boolean byComponent) {
        return new FluidStepper(
                domain, timeStep, new SpectralProjection(domain.resolution()), new EnergyNormalisation(byComponent));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void movesMarkerAndVelocityAsTheReferenceDoes(int example) {
        Flow flow = Reference.flow("ns_v0_projected", "ns_m0", example);
        Flow moved = Flow.zero(domain.cells());
        stepper.advectMarker(flow.marker(), flow, moved.marker());
        assertArrayEquals(Reference.example("ns_adv_marker", example), moved.marker(), 1e-12);
        stepper.advectMarker(Reference.example("ns_smooth_field", example), flow, moved.marker());
        assertArrayEquals(Reference.example("ns_adv_smooth", example), moved.marker(), 1e-12);
        stepper.advectVelocity(flow, moved);
        assertArrayEquals(Reference.component("ns_adv_velocity", example, 0), moved.vx(), 1e-11);
        assertArrayEquals(Reference.component("ns_adv_velocity", example, 1), moved.vy(), 1e-11);
    }

    /** Ten times the velocity, so that lookups go around the domain. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void movesAcrossTheBoundaryAsTheReferenceDoes(int example) {
        Flow flow = Reference.flow("ns_v0_projected", "ns_m0", example);
        double[] moved = new double[domain.cells()];
        stepper(domain, 2.5, true).advectMarker(flow.marker(), flow, moved);
        assertArrayEquals(Reference.example("ns_adv_marker_big", example), moved, 1e-11);
    }

    @ParameterizedTest
    @EnumSource(ProjectionMethod.class)
    void startsWithTheProjectionOfTheReference(ProjectionMethod method) {
        FluidStepper any = new FluidStepper(domain, 0.25, method.solver(domain), new EnergyNormalisation(true));
        double[] x = Reference.example("ns_v0_gt", 0);
        Flow flow = Flow.zero(domain.cells());
        any.start(x, 0, flow);
        double tolerance = method == ProjectionMethod.spectral ? 1e-9 : 1e-3;
        assertArrayEquals(Reference.component("ns_v0_projected", 0, 0), flow.vx(), tolerance);
        assertArrayEquals(Reference.component("ns_v0_projected", 0, 1), flow.vy(), tolerance);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void rollsOutAsTheReferenceDoes(int example) {
        Rollout rollout = new Rollout(domain, stepper);
        rollout.start(Reference.example("ns_v0_gt", example), Reference.example("ns_m0", example), 0);
        double[] markers = Reference.example("ns_rollout_marker_1_8", example);
        double[] velocities = Reference.example("ns_rollout_velocity_1_8", example);
        for (int step = 1; step <= 8; step++) {
            rollout.advance();
            int frame = step == 1 ? 0 : step == 8 ? 1 : -1;
            if (frame >= 0) {
                int cells = domain.cells();
                double[] marker = Arrays.copyOfRange(markers, frame * cells, (frame + 1) * cells);
                assertArrayEquals(marker, rollout.state().marker(), 1e-8);
                double[] vx = new double[cells];
                double[] vy = new double[cells];
                Arrays.setAll(vx, k -> velocities[2 * (frame * cells + k)]);
                Arrays.setAll(vy, k -> velocities[2 * (frame * cells + k) + 1]);
                assertArrayEquals(vx, rollout.state().vx(), 1e-8);
                assertArrayEquals(vy, rollout.state().vy(), 1e-8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsKineticEnergyAndNearlyTheMassOfTheMarker(boolean byComponent) {
        Rollout rollout = new Rollout(domain, stepper(domain, 0.25, byComponent));
        rollout.start(Reference.example("ns_v0_gt", 0), Reference.example("ns_m0", 0), 0);
        double energyX = squares(rollout.state().vx());
        double energyY = squares(rollout.state().vy());
        double mass = Arrays.stream(rollout.state().marker()).sum();
        double componentDrift = 0;
        for (int step = 0; step < 8; step++) {
            rollout.advance();
            double x = squares(rollout.state().vx());
            double y = squares(rollout.state().vy());
            assertEquals(energyX + energyY, x + y, 1e-11 * (energyX + energyY));
            componentDrift = Math.max(componentDrift, Math.abs(x / energyX - 1));
        }
        // Only the one form keeps the energy of each component.
        assertEquals(byComponent, componentDrift < 1e-11, "drift " + componentDrift);
        double drift = Arrays.stream(rollout.state().marker()).sum() / mass - 1;
        System.out.println("drift of the marker's mass over 8 steps: " + drift);
        assertTrue(Math.abs(drift) < 0.1, "drift " + drift);
        assertTrue(Arrays.stream(rollout.state().marker()).allMatch(m -> m >= 0 && m <= 1));
    }

    @Test
    void aFluidAtRestStaysAtRest() {
        Rollout rollout = new Rollout(domain, stepper);
        double[] marker = Reference.example("ns_m0", 0);
        rollout.start(new double[2 * domain.cells()], marker, 0);
        rollout.advance();
        assertArrayEquals(new double[domain.cells()], rollout.state().vx());
        assertArrayEquals(marker, rollout.state().marker());
    }

    /**
     * The vortices of Taylor and Green stand still in an inviscid fluid. Paths are followed to first order in time, fields kept to second
     * order in space.
     */
    @Test
    void taylorGreenVorticesStandStillWithTheOrderOfTheScheme() {
        double coarse = taylorGreenError(32, 4);
        double halved = taylorGreenError(64, 8);
        double quartered = taylorGreenError(64, 16);
        System.out.println("Taylor-Green errors: " + coarse + " " + halved + " " + quartered);
        assertEquals(1, Math.log(coarse / halved) / Math.log(2), 0.15);
        assertEquals(2, Math.log(coarse / quartered) / Math.log(2), 0.15);
    }

    private static double taylorGreenError(int n, int steps) {
        Domain domain = new Domain(n);
        FluidStepper stepper = stepper(domain, 2.0 / steps, true);
        Flow start = Flow.zero(domain.cells());
        Flow from = Flow.zero(domain.cells());
        double wave = 2 * Math.PI / Domain.SIZE;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double face = wave * i * domain.cellSize();
                start.vx()[i * n + j] = 10 * Math.sin(face) * Math.cos(wave * domain.centre(j));
                start.vy()[i * n + j] =
                        -10 * Math.cos(wave * domain.centre(i)) * Math.sin(wave * j * domain.cellSize());
            }
        }
        System.arraycopy(start.vx(), 0, from.vx(), 0, domain.cells());
        System.arraycopy(start.vy(), 0, from.vy(), 0, domain.cells());
        Flow to = Flow.zero(domain.cells());
        for (int step = 0; step < steps; step++) {
            stepper.step(from, to);
            Flow swap = from;
            from = to;
            to = swap;
        }
        double sum = 0;
        for (int k = 0; k < domain.cells(); k++) {
            sum += Math.hypot(from.vx()[k] - start.vx()[k], from.vy()[k] - start.vy()[k]);
        }
        return sum / domain.cells();
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum();
    }
}
