package org.physgrad.solvers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Context;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.SquaredLoss;
import org.physgrad.math.Values;

class GaussNewtonTest {

    /** A least-squares problem whose residual vanishes: convergence is quadratic near the end. */
    @Test
    void solvesRosenbrockInFewSteps() {
        INDArray x0 = Nd4j.createFromArray(new double[][] {{-1.2, 1}, {3, -2}});
        INDArray target = Nd4j.createFromArray(new double[][] {{1, 0}, {1, 0}});
        Solution solution = LBfgsTest.solve(new GaussNewton(40, 10, 1e-12, 1e-3), new Rosenbrock(true), x0, target);
        assertEquals(0, solution.x().sub(1).amaxNumber().doubleValue(), 1e-8, solution::toString);
        for (Outcome outcome : solution.outcomes()) {
            assertTrue(outcome.loss() < 1e-16, outcome::toString);
            assertTrue(outcome.evaluations() < 120, outcome::toString);
        }
    }

    /** For linear physics one step is a run of conjugate gradients, and no method does better with as many gradients: L-BFGS is no match. */
    @Test
    void oneStepOnPoissonBeatsLbfgs() throws IOException {
        INDArray target = LBfgsTest.load("poisson_64x64_y_direct");
        double lbfgs = LBfgsTest.load("lbfgs_poisson64x64_0_max100_loss").getDouble(100);
        Outcome outcome = LBfgsTest.solve(
                        new GaussNewton(1, 100, 0, 1e-10),
                        FieldPhysics.poisson(),
                        Nd4j.zeros(DataType.DOUBLE, target.shape()),
                        target)
                .outcomes()
                .get(0);
        assertTrue(outcome.loss() < lbfgs, () -> outcome + " against " + lbfgs);
        assertEquals(102, outcome.evaluations());
    }

    /** At (0, 0) of y = (x1, x2^2) the model is blind in x2; the damped step descends nevertheless and never climbs. */
    @Test
    void neverRaisesTheLoss() {
        INDArray x0 = Nd4j.createFromArray(new double[][] {{5, 1e-3}, {-3, 40}, {1e-9, 1}});
        INDArray target = Nd4j.createFromArray(new double[][] {{1, 4}, {0, 4}, {0, 9}});
        ToyProblem problem = new ToyProblem(false);
        double[] before = losses(problem, x0, target);
        for (int iterations = 1; iterations < 30; iterations++) {
            Solution solution = LBfgsTest.solve(new GaussNewton(iterations, 8, 1e-10, 1e-3), problem, x0, target);
            double[] after = losses(problem, solution.x(), target);
            for (int example = 0; example < 3; example++) {
                assertTrue(after[example] <= before[example], "iteration " + iterations + " of example " + example);
            }
            before = after;
        }
        for (double loss : before) {
            assertEquals(0, loss, 1e-12);
        }
    }

    @Test
    void examplesDoNotInfluenceEachOther() {
        Rosenbrock physics = new Rosenbrock(true);
        INDArray x0 = Nd4j.createFromArray(new double[][] {{-1.2, 1}, {Double.NaN, 1}, {1, 1}, {3, -2}});
        INDArray target = Nd4j.createFromArray(new double[][] {{1, 0}, {1, 0}, {1, 0}, {2, 1}});
        GaussNewton solver = new GaussNewton(6, 8, 1e-6, 1e-3);
        Solution together = LBfgsTest.solve(solver, physics, x0, target);
        for (int example : new int[] {0, 2, 3}) {
            Solution alone =
                    LBfgsTest.solve(solver, physics, LBfgsTest.row(x0, example), LBfgsTest.row(target, example));
            assertEquals(alone.x(), LBfgsTest.row(together.x(), example));
            assertEquals(alone.outcomes().get(0), together.outcomes().get(example));
        }
        assertEquals(Status.DIVERGED, together.outcomes().get(1).status());
        assertEquals(Status.CONVERGED, together.outcomes().get(2).status());
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> new GaussNewton(1, 1, 0, 0))
                .getMessage();
        assertTrue(message.contains("damping is 0.0"), message);
        assertThrows(IllegalArgumentException.class, () -> new GaussNewton(0, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new GaussNewton(1, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new GaussNewton(1, 1, 1, 1));
    }

    private static double[] losses(ToyProblem problem, INDArray x, INDArray target) {
        INDArray y = problem.simulate(x, Context.EMPTY);
        return Values.of(new SquaredLoss().value(y, target));
    }
}
