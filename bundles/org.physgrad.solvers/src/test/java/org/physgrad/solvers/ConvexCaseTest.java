package org.physgrad.solvers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.math.SquaredLoss;

/**
 * What the paper's theory asks of the steps of inverse solvers where the loss is convex: they lead downhill, their only resting place is the minimum, and
 * those of second order do not depend on the units of x.
 */
class ConvexCaseTest {

    private static final int SIZE = 6;
    private static final int DIMENSION = 3;

    /** Scales of x differ by a factor of 300; the largest eigenvalue of A^T A bounds the steps of gradient descent. */
    private final LinearPhysics physics =
            new LinearPhysics(Nd4j.createFromArray(new double[][] {{10, 0.5, 0}, {-0.4, 1, 0.02}, {0.1, -0.01, 0.03}}));

    private final Map<String, InverseSolver> solvers = Map.of(
            "gradient-descent", new GradientDescent(0.005, 1, 0),
            "newton", new Newton(0.5),
            "gauss-newton", new GaussNewton(1, 10, 1e-10, 1e-6),
            "l-bfgs", new LBfgs(2));

    @Test
    void everyStepLeadsDownhill() {
        InverseTask task = task(physics, 1);
        INDArray x = random(2);
        solvers.forEach((name, solver) -> {
            INDArray step = step(solver, task, x).sub(x);
            INDArray gradient = gradient(task, x);
            INDArray loss = loss(task, x);
            INDArray lower = loss(task, x.add(step));
            for (int i = 0; i < SIZE; i++) {
                double slope =
                        step.getRow(i).mul(gradient.getRow(i)).sumNumber().doubleValue();
                assertTrue(slope < 0, name + ": the step of example " + i + " has slope " + slope);
                assertTrue(lower.getDouble(i) < loss.getDouble(i), name + " raises the loss of example " + i);
            }
        });
    }

    @Test
    void theMinimumIsTheOnlyRestingPlace() {
        INDArray solution = random(3);
        InverseTask task =
                new InverseTask(physics, new SquaredLoss(), physics.simulate(solution, Context.EMPTY), Context.EMPTY);
        solvers.forEach((name, solver) -> {
            double moved =
                    step(solver, task, solution).sub(solution).amaxNumber().doubleValue();
            assertTrue(moved < 1e-9, name + " leaves the minimum by " + moved);
        });
    }

    @Test
    void repeatedStepsOfSecondOrderReachTheMinimum() {
        INDArray solution = random(4);
        InverseTask task =
                new InverseTask(physics, new SquaredLoss(), physics.simulate(solution, Context.EMPTY), Context.EMPTY);
        Map<String, InverseSolver> secondOrder = Map.of(
                "newton", solvers.get("newton"),
                "gauss-newton", solvers.get("gauss-newton"),
                "l-bfgs", new LBfgs(20)); // its knowledge of the curvature lasts for one call
        for (String name : secondOrder.keySet()) {
            INDArray x = random(5);
            for (int k = 0; k < 60; k++) {
                x = step(secondOrder.get(name), task, x);
            }
            double error = x.sub(solution).amaxNumber().doubleValue();
            assertTrue(error < 1e-4, name + " ends " + error + " from the minimum");
        }
    }

    /** With x measured in other units, a Newton step is the same step in those units, and a gradient step is not. */
    @Test
    void aNewtonStepDoesNotDependOnTheUnitsOfX() {
        double unit = 1000;
        LinearPhysics inOtherUnits = new LinearPhysics(physics.matrix().div(unit));
        INDArray x = random(6);
        InverseSolver newton = new Newton(0.5);
        INDArray plain = step(newton, task(physics, 7), x);
        INDArray other = step(newton, task(inOtherUnits, 7), x.mul(unit)).div(unit);
        assertEquals(0, plain.sub(other).amaxNumber().doubleValue(), 1e-9);

        InverseSolver descent = solvers.get("gradient-descent");
        INDArray moved = step(descent, task(physics, 7), x).sub(x);
        INDArray movedOther =
                step(descent, task(inOtherUnits, 7), x.mul(unit)).div(unit).sub(x);
        assertEquals(
                1 / (unit * unit),
                movedOther.norm2Number().doubleValue() / moved.norm2Number().doubleValue(),
                1e-8);
    }

    private static InverseTask task(LinearPhysics physics, long seed) {
        return new InverseTask(physics, new SquaredLoss(), random(seed), Context.EMPTY);
    }

    private static INDArray step(InverseSolver solver, InverseTask task, INDArray x) {
        return solver.solve(task, x, task.simulator().simulate(x, task.context()))
                .x();
    }

    private static INDArray gradient(InverseTask task, INDArray x) {
        INDArray y = task.simulator().simulate(x, task.context());
        return task.simulator().adjoint(x, task.loss().gradient(y, task.target()), task.context());
    }

    private static INDArray loss(InverseTask task, INDArray x) {
        return task.loss().value(task.simulator().simulate(x, task.context()), task.target());
    }

    private static INDArray random(long seed) {
        double[][] values = new double[SIZE][DIMENSION];
        Random random = new Random(seed);
        for (double[] row : values) {
            for (int i = 0; i < DIMENSION; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return Nd4j.createFromArray(values);
    }
}
