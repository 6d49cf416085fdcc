package org.physgrad.solvers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.solvers.GradientDescent.Method;

class GenericSolversTest {

    private final ToyProblem problem = new ToyProblem(true);

    /** The circles of the paper's figure 1. */
    @Test
    void gradientDescentFollowsFigureOne() throws IOException {
        followsFigureOne(new GradientDescent(0.5 / 36, 1, 0), "fig1_GD");
    }

    /** The same; its closed form is (3 (1 - eta)^k, 3 (1 - eta / 3)^k). */
    @Test
    void newtonFollowsFigureOne() throws IOException {
        followsFigureOne(new Newton(0.5), "fig1_N");
    }

    private void followsFigureOne(InverseSolver solver, String name) throws IOException {
        INDArray path;
        try (InputStream stream = GenericSolversTest.class.getResourceAsStream(name + ".npy")) {
            path = Nd4j.createNpyFromInputStream(stream);
        }
        INDArray x = start(3, 3);
        for (int k = 0; k < path.size(0); k++) {
            assertEquals(path.getDouble(k, 0), x.getDouble(0, 0), 1e-12, "step " + k);
            assertEquals(path.getDouble(k, 1), x.getDouble(0, 1), 1e-12, "step " + k);
            x = solve(solver, x).x();
        }
    }

    @Test
    void severalIterationsAreTheSameAsSeveralCalls() {
        INDArray once = start(3, 3);
        GradientDescent step = new GradientDescent(0.01, 1, 0);
        for (int k = 0; k < 5; k++) {
            once = solve(step, once).x();
        }
        Solution solution = solve(new GradientDescent(0.01, 5, 0), start(3, 3));
        assertEquals(once, solution.x());
        assertEquals(
                new Outcome(Status.STEPPED, Double.NaN, 5, ""),
                solution.outcomes().get(0));
    }

    @Test
    void momentumRepeatsTheLastStep() {
        // x1 only: x -= 0.1 * 2 x, then half of that step again on top of the next.
        INDArray x = solve(new GradientDescent(0.1, 2, 0.5), start(1, 0)).x();
        assertEquals(1 - 0.2 - 0.1 - 0.16, x.getDouble(0, 0), 1e-15);
    }

    /** The first step of Adam is eta in the direction of the gradient's signs; with a constant gradient so are the next ones. */
    @Test
    void adamStepsByTheLearningRate() {
        INDArray x0 = Nd4j.createFromArray(new double[][] {{3, -3}, {0.02, 50}});
        INDArray x = solve(new GradientDescent(Method.adam, 1e-3, 1, 0), x0).x();
        assertEquals(2.999, x.getDouble(0, 0), 1e-10);
        assertEquals(-2.999, x.getDouble(0, 1), 1e-10);
        assertEquals(0.019, x.getDouble(1, 0), 1e-9);
        // After k steps the bias-corrected means of a nearly constant gradient still are that gradient.
        x = solve(new GradientDescent(Method.adam, 1e-3, 10, 0), x0).x();
        assertEquals(2.99, x.getDouble(0, 0), 1e-4);
        assertThrows(IllegalArgumentException.class, () -> new GradientDescent(Method.adam, 1, 1, 0.9));
    }

    @Test
    void anExampleThatDivergesKeepsItsLastFiniteX() {
        INDArray x0 = Nd4j.createFromArray(new double[][] {{1e150, 1e150}, {0.5, 0.1}});
        Solution solution = solve(new GradientDescent(0.1, 3, 0), x0);
        assertEquals(Status.DIVERGED, solution.outcomes().get(0).status());
        assertTrue(solution.outcomes().get(0).reason().contains("lower learningRate"));
        assertEquals(1e150, solution.x().getDouble(0, 1));
        assertEquals(Status.STEPPED, solution.outcomes().get(1).status());
        assertEquals(0.5 * 0.512, solution.x().getDouble(1, 0), 1e-15);
    }

    @Test
    void newtonStaysWhereTheGradientIsZero() {
        Solution solution = solve(new Newton(1), start(0, 0));
        assertEquals(start(0, 0), solution.x());
        assertEquals(Status.STALLED, solution.outcomes().get(0).status());
    }

    @Test
    void newtonDescendsWhereTheCurvatureIsNegative() {
        // L = x1^2 + (x2^2 - 4)^2 has L'' = 12 x2^2 - 16 < 0 at x2 = 1, where plain Newton steps run to the maximum at
        // 0.
        InverseTask task =
                new InverseTask(problem, problem, Nd4j.createFromArray(new double[][] {{0, 4}}), Context.EMPTY);
        INDArray x0 = start(0, 1);
        INDArray y0 = problem.simulate(x0, Context.EMPTY);
        INDArray x = new Newton(1).solve(task, x0, y0).x();
        assertEquals(1 + 12.0 / 4, x.getDouble(0, 1), 1e-12);
    }

    @Test
    void solversRefuseWhatTheyCannotServe() {
        String reason = new Newton(1).refuses(new ToyProblem(false)).orElseThrow();
        assertTrue(
                reason.contains("second derivatives") && reason.contains("gauss-newton") && reason.contains("l-bfgs"),
                reason);
        assertEquals(Optional.empty(), new Newton(1).refuses(problem));
        assertEquals(Optional.empty(), new GradientDescent(1, 1, 0).refuses(new ToyProblem(false)));
        String dimensions = new InverseGradient().refuses(problem).orElseThrow();
        assertTrue(dimensions.contains("one dimension") && dimensions.contains("have 2"), dimensions);
        assertThrows(IllegalArgumentException.class, () -> solve(new InverseGradient(), start(1, 1)));
    }

    @Test
    void parametersOutOfRangeAreNamed() {
        String message = assertThrows(IllegalArgumentException.class, () -> new GradientDescent(0, 1, 0))
                .getMessage();
        assertTrue(message.contains("learningRate is 0.0"), message);
        assertThrows(IllegalArgumentException.class, () -> new GradientDescent(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new GradientDescent(1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Newton(Double.NaN));
    }

    private Solution solve(InverseSolver solver, INDArray x0) {
        InverseTask task = new InverseTask(problem, problem, Nd4j.zeros(DataType.DOUBLE, x0.shape()), Context.EMPTY);
        return solver.solve(task, x0, problem.simulate(x0, Context.EMPTY));
    }

    private static INDArray start(double x1, double x2) {
        return Nd4j.createFromArray(new double[][] {{x1, x2}});
    }
}
