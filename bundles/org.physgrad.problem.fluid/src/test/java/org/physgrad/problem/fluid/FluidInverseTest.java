package org.physgrad.problem.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.math.Values;
import org.physgrad.problem.fluid.FluidProblem.Energy;
import org.physgrad.problem.fluid.FluidProblem.ProjectionMethod;

class FluidInverseTest {

    private final FluidProblem problem = new FluidProblem(64, 8, 2, ProjectionMethod.spectral, Energy.component);
    private final Context context = Context.of("m0", Reference.load("ns_m0"));
    private final InverseTask task =
            InverseTask.of(problem, new Batch(FluidSimulatorTest.finalMarkers(), context, Optional.empty()));

    @ParameterizedTest
    @CsvSource({"gt, 1", "half, 0.5", "zero, 0"})
    void estimatesAsTheReferenceDoes(String guess, double factor) {
        INDArray x0 = Reference.load("ns_v0_gt").mul(factor);
        estimates(x0, false, "ns_est_" + guess + "_published");
        estimates(x0, true, "ns_est_" + guess + "_dtfix");
    }

    private void estimates(INDArray x0, boolean timeConsistent, String reference) {
        INDArray y0 = problem.simulator().simulate(x0, context);
        double[] x =
                Values.of(new FluidInverse(timeConsistent).solve(task, x0, y0).x());
        double[] parts = Values.of(Reference.load(reference));
        double[] uniform = Values.of(Reference.load("ns_gen_uniform"));
        Vortex vortex = new Vortex(new Domain(64));
        double[] expected = new double[x.length];
        for (int example = 0; example < 2; example++) {
            Vec mean = new Vec(uniform[2 * example], uniform[2 * example + 1]);
            vortex.write(parts[2 * example] + parts[2 * example + 1], mean, expected, example * 8192);
        }
        assertArrayEquals(expected, x, 1e-9);
    }

    /** The reference solves for the pressure up to a residual of 1e-4. */
    @Test
    void repeatedFromZeroItFollowsTheReference() {
        double[] strengths = Values.of(Reference.load("ns_est_iterated_published"));
        Vortex vortex = new Vortex(new Domain(64));
        INDArray x = Reference.load("ns_v0_gt").mul(0);
        for (int step = 0; step < 10; step++) {
            x = new FluidInverse(false)
                    .solve(task, x, problem.simulator().simulate(x, context))
                    .x();
            double[] values = Values.of(x);
            for (int example = 0; example < 2; example++) {
                double expected = strengths[2 * step + example];
                assertEquals(expected, vortex.strength(values, example * 8192) * 120.5 / moment(), 1e-3);
            }
        }
    }

    /** The published divisor 120.5 is rounded, so a vortex reads as slightly stronger than it is. */
    private static double moment() {
        double[] unit = new double[8192];
        Vortex vortex = new Vortex(new Domain(64));
        vortex.write(1, new Vec(0, 0), unit, 0);
        return 120.5 * vortex.strength(unit, 0);
    }

    @Test
    void doesNotNeedTheRunBeforeIt() {
        INDArray x0 = Reference.load("ns_v0_gt").mul(0.5);
        INDArray y0 = problem.simulator().simulate(x0, context);
        INDArray expected = new FluidInverse(false).solve(task, x0, y0).x();
        problem.simulator().simulate(x0.mul(0.1), context);
        assertEquals(expected, new FluidInverse(false).solve(task, x0, y0).x());
    }

    @Test
    void anUndefinedExampleLeavesTheOthersAlone() {
        INDArray x0 = Reference.load("ns_v0_gt").mul(0.5);
        INDArray expected = new FluidInverse(false)
                .solve(task, x0, problem.simulator().simulate(x0, context))
                .x();
        INDArray broken = x0.dup();
        broken.putScalar(new int[] {0, 5, 7, 1}, Double.NaN);
        Solution solution =
                new FluidInverse(false).solve(task, broken, problem.simulator().simulate(broken, context));
        assertEquals(Solution.Status.DIVERGED, solution.outcomes().get(0).status());
        assertEquals(Solution.Status.STEPPED, solution.outcomes().get(1).status());
        assertEquals(expected.slice(1), solution.x().slice(1));
    }

    @Test
    void refusesOtherShapesAndProblems() {
        INDArray x0 = Reference.load("ns_v0_gt");
        INDArray wrong = Nd4j.zeros(2, 32, 32);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new FluidInverse(false).solve(task, x0, wrong))
                .getMessage();
        assertTrue(message.contains("[2, 32, 32]") && message.contains("[batch, 64, 64]"), message);
        assertEquals(Optional.empty(), new FluidInverse(false).refuses(problem));
    }
}
