package org.physgrad.solvers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Simulator;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.SquaredLoss;
import org.physgrad.math.Values;

class LBfgsTest {

    /** Losses and evaluations recorded from SciPy 1.10. */
    @ParameterizedTest
    @CsvSource({
        "heat0_y, lbfgs_heat0_max32, 32",
        "heat0_y, lbfgs_heat0_max100, 100",
        "poisson_64x64_y_direct, lbfgs_poisson64x64_0_max100, 32",
        "poisson_64x64_y_direct, lbfgs_poisson64x64_0_max100, 100"
    })
    void isAsGoodAsSciPy(String target, String reference, int iterations) throws IOException {
        FieldPhysics physics = target.startsWith("heat") ? FieldPhysics.heat() : FieldPhysics.poisson();
        double loss = load(reference + "_loss").getDouble(iterations);
        int evaluations = load(reference + "_nfev").getInt(iterations);

        Outcome outcome = solveFromZero(new LBfgs(iterations), physics, load(target))
                .outcomes()
                .get(0);

        assertTrue(outcome.loss() <= 1.2 * loss, () -> outcome + " against " + loss);
        assertTrue(outcome.evaluations() <= 1.2 * evaluations, () -> outcome + " against " + evaluations);
    }

    @Test
    void reportsTheLossOfItsResult() throws IOException {
        FieldPhysics physics = FieldPhysics.heat();
        INDArray target = load("heat0_y");
        Solution solution = solveFromZero(new LBfgs(5), physics, target);
        INDArray y = physics.simulate(solution.x(), Context.EMPTY);
        assertEquals(
                new SquaredLoss().value(y, target).getDouble(0),
                solution.outcomes().get(0).loss(),
                1e-12);
        assertEquals(Status.STEPPED, solution.outcomes().get(0).status());
    }

    /** The minimum of a separable convex function within bounds is the free one, moved to the bounds. */
    @Test
    void keepsBounds() {
        Rosenbrock physics = new Rosenbrock(false);
        INDArray target = Nd4j.createFromArray(new double[][] {{-3, 0.5, 7, 2}, {0, 0, 5, -5}});
        Solution solution = solve(new LBfgs(100, 0, 2), physics, Nd4j.ones(DataType.DOUBLE, 2, 4), target);
        INDArray expected = Nd4j.createFromArray(new double[][] {{0, 0.5, 2, 2}, {0, 0, 2, 0}});
        assertEquals(0, solution.x().sub(expected).amaxNumber().doubleValue(), 1e-7);
        assertTrue(solution.outcomes().stream().allMatch(outcome -> outcome.status() == Status.CONVERGED));
    }

    /** Rosenbrock's function with x1 at most 0.5: the minimum is (0.5, 0.25), at the bound and coupled to it. */
    @Test
    void keepsBoundsThatCoupleEntries() {
        Rosenbrock physics = new Rosenbrock(true);
        INDArray target = Nd4j.createFromArray(new double[][] {{1, 0}});
        INDArray x0 = Nd4j.createFromArray(new double[][] {{-1.2, 0.4}});
        Solution solution = solve(new LBfgs(200, -2, 0.5), physics, x0, target);
        assertEquals(0.5, solution.x().getDouble(0, 0), 1e-9, solution::toString);
        assertEquals(0.25, solution.x().getDouble(0, 1), 1e-5, solution::toString);
    }

    /** The valley that steepest descent crawls along for thousands of steps. */
    @Test
    void solvesRosenbrock() {
        Rosenbrock physics = new Rosenbrock(true);
        INDArray target = Nd4j.createFromArray(new double[][] {{1, 0}});
        INDArray x0 = Nd4j.createFromArray(new double[][] {{-1.2, 1}});
        Solution solution = solve(new LBfgs(100), physics, x0, target);
        Outcome outcome = solution.outcomes().get(0);
        assertEquals(Status.CONVERGED, outcome.status(), outcome::toString);
        assertTrue(outcome.evaluations() < 60, outcome::toString);
        assertEquals(1, solution.x().getDouble(0, 0), 1e-8);
        assertEquals(1, solution.x().getDouble(0, 1), 1e-8);
    }

    @Test
    void examplesDoNotInfluenceEachOther() {
        Rosenbrock physics = new Rosenbrock(true);
        INDArray x0 = Nd4j.createFromArray(new double[][] {{-1.2, 1}, {Double.NaN, 1}, {1, 1}, {3, -2}});
        INDArray target = Nd4j.createFromArray(new double[][] {{1, 0}, {1, 0}, {1, 0}, {2, 1}});
        Solution together = solve(new LBfgs(20), physics, x0, target);
        for (int example : new int[] {0, 2, 3}) {
            Solution alone = solve(new LBfgs(20), physics, row(x0, example), row(target, example));
            assertEquals(alone.x(), row(together.x(), example));
            assertEquals(alone.outcomes().get(0), together.outcomes().get(example));
        }
        Outcome failed = together.outcomes().get(1);
        assertEquals(Status.DIVERGED, failed.status());
        assertTrue(failed.reason().contains("check x0"), failed::toString);
        assertEquals(Status.CONVERGED, together.outcomes().get(2).status());
        assertEquals(1, together.outcomes().get(2).evaluations());
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> new LBfgs(10, 1, 1))
                .getMessage();
        assertTrue(message.contains("lower is 1.0 and upper is 1.0"), message);
        assertThrows(IllegalArgumentException.class, () -> new LBfgs(0));
    }

    static INDArray row(INDArray array, int example) {
        double[] values = Values.of(array);
        int entries = values.length / (int) array.size(0);
        return Values.array(
                Arrays.copyOfRange(values, example * entries, (example + 1) * entries), DataType.DOUBLE, 1, entries);
    }

    static Solution solve(InverseSolver solver, Simulator physics, INDArray x0, INDArray target) {
        InverseTask task = new InverseTask(physics, new SquaredLoss(), target, Context.EMPTY);
        return solver.solve(task, x0, physics.simulate(x0, Context.EMPTY));
    }

    private static Solution solveFromZero(LBfgs solver, FieldPhysics physics, INDArray target) {
        return solve(solver, physics, Nd4j.zeros(DataType.DOUBLE, target.shape()), target);
    }

    static INDArray load(String name) throws IOException {
        try (InputStream stream = LBfgsTest.class.getResourceAsStream(name + ".npy")) {
            return Nd4j.createNpyFromInputStream(stream);
        }
    }
}
