package org.physgrad.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.math.Values;

/** Figure 1: the ways of three methods from x = (3, 3) to the minimum of a toy problem. */
final class Trajectories implements Computation {

    private static final int ITERATIONS = 10;
    private static final double START = 3;
    private static final double RATE = 0.5;

    @Override
    public String title() {
        return "Figure 1: L = x1^2 + x2^4 from (3, 3), 10 iterations";
    }

    @Override
    public List<Result> compute(Catalog catalog, ResultsFolder folder) throws IOException {
        StringBuilder table = new StringBuilder("method,iteration,x1,x2,y1,y2\n");
        double[][] descent = solved(catalog, "gradient-descent", RATE / 36, table);
        double[][] newton = solved(catalog, "newton", RATE, table);
        double[][] physical = follow("physical-gradient", new ToyProblem.Inverse(RATE), table);
        folder.write("figures/figure-1.csv", table.toString());
        return List.of(
                agreement("Newton", newton, k -> Math.pow(1 - RATE, k), k -> Math.pow(1 - RATE / 3, k)),
                agreement(
                        "the physical gradient",
                        physical,
                        k -> Math.pow(1 - RATE, k),
                        k -> Math.pow(1 - RATE, k / 2.0)),
                straight(physical),
                nearest(descent, newton, physical));
    }

    private static double[][] solved(Catalog catalog, String type, double rate, StringBuilder table) {
        try (Part<InverseSolver> solver = catalog.create(Kind.SOLVER, type, Map.of("learningRate", rate))) {
            return follow(type, solver.get(), table);
        }
    }

    private static double[][] follow(String name, InverseSolver solver, StringBuilder table) {
        InverseTask task = ToyProblem.task();
        List<double[]> points = new ArrayList<>();
        INDArray x = ToyProblem.row(START, START);
        for (int k = 0; k <= ITERATIONS; k++) {
            INDArray y = task.simulator().simulate(x, task.context());
            double[] point = Values.of(x);
            double[] effect = Values.of(y);
            points.add(point);
            table.append("%s,%d,%s,%s,%s,%s\n".formatted(name, k, point[0], point[1], effect[0], effect[1]));
            x = solver.solve(task, x, y).x();
        }
        return points.toArray(double[][]::new);
    }

    private static Result agreement(
            String method, double[][] points, IntToDoubleFunction first, IntToDoubleFunction second) {
        double worst = 0;
        for (int k = 0; k < points.length; k++) {
            worst = Math.max(worst, Math.abs(points[k][0] - START * first.applyAsDouble(k)));
            worst = Math.max(worst, Math.abs(points[k][1] - START * second.applyAsDouble(k)));
        }
        return new Result(
                "The points of " + method + " follow their closed form",
                "largest deviation at most 1e-6",
                Claims.number(worst),
                "eta = " + RATE,
                Verdict.of(worst <= 1e-6));
    }

    /** Cross product of each effect with the first: zero on the straight line to the origin. */
    private static Result straight(double[][] points) {
        double worst = 0;
        for (double[] point : points) {
            worst = Math.max(worst, Math.abs(point[0] * START * START - point[1] * point[1] * START));
        }
        return new Result(
                "The physical gradient goes straight to y* in the space of effects",
                "cross product with the first effect at most 1e-9",
                Claims.number(worst),
                "eta = " + RATE,
                Verdict.of(worst <= 1e-9));
    }

    private static Result nearest(double[][] descent, double[][] newton, double[][] physical) {
        double[] losses = {loss(descent), loss(newton), loss(physical)};
        return new Result(
                "After 10 iterations the physical gradient is nearest to the minimum, gradient descent farthest",
                "losses in that order",
                "L = %s (gradient descent), %s (Newton), %s (physical gradient)"
                        .formatted(Claims.number(losses[0]), Claims.number(losses[1]), Claims.number(losses[2])),
                "eta = 0.5 / 36, 0.5, 0.5",
                Verdict.of(losses[0] > losses[1] && losses[1] > losses[2]));
    }

    private static double loss(double[][] points) {
        double[] last = points[points.length - 1];
        return last[0] * last[0] + Math.pow(last[1], 4);
    }
}
