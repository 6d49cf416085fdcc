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
import org.physgrad.visuals.chart.Legend;

/** Figure 1: the ways of three methods from x = (3, 3) to the minimum of a toy problem. */
final class Trajectories implements Computation {

    private static final int ITERATIONS = 10;
    private static final double START = 3;
    private static final double RATE = 0.5;

    /** Share of gradient descent's steps: its Hessian has an eigenvalue of 108 at the start. */
    private static final double DESCENT_RATE = RATE / 36;

    @Override
    public Findings compute(Catalog catalog, ResultsFolder results, PageFolder page) throws IOException {
        double[][] descent = solved(catalog, Method.DESCENT, DESCENT_RATE, ITERATIONS);
        double[][] newton = solved(catalog, Method.NEWTON, RATE, ITERATIONS);
        double[][] physical = follow(new ToyProblem.Inverse(RATE), ITERATIONS);
        TrajectoryCharts charts = new TrajectoryCharts();
        charts.add(Method.DESCENT, "gradient descent", solved(catalog, Method.DESCENT, 0.005, 1000), descent);
        charts.add(Method.NEWTON, "Newton", solved(catalog, Method.NEWTON, 0.1, 100), newton);
        charts.add(Method.PHYSICAL, "physical gradient", follow(new ToyProblem.Inverse(0.05), 100), physical);
        StringBuilder table = new StringBuilder("method,iteration,x1,x2,y1,y2\n");
        append(table, Method.DESCENT, descent);
        append(table, Method.NEWTON, newton);
        append(table, Method.PHYSICAL, physical);
        page.write("figures/figure-1.csv", table.toString());
        Gallery pictures = Gallery.pairs(
                List.of(
                        page.drawHalf("figure-1-x", charts.causes(), Legend.TOP_LEFT),
                        page.drawHalf("figure-1-y", charts.effects(), Legend.TOP_LEFT)),
                "Causes x on the left, effects y = (x1, x2^2) on the right. Circles are 10 iterations with eta = 0.5 (gradient descent 0.5 / 36), lines go in small"
                        + " steps (0.1 for Newton, 0.05 for the physical gradient, 0.005 for gradient descent). Grey: L = 2^i for i from -5 to 7.");
        return new Findings(
                List.of(pictures),
                List.of(
                        agreement("Newton", newton, k -> Math.pow(1 - RATE, k), k -> Math.pow(1 - RATE / 3, k)),
                        agreement(
                                "the physical gradient",
                                physical,
                                k -> Math.pow(1 - RATE, k),
                                k -> Math.pow(1 - RATE, k / 2.0)),
                        straight(physical),
                        nearest(descent, newton, physical)));
    }

    private static double[][] solved(Catalog catalog, String type, double rate, int iterations) {
        try (Part<InverseSolver> solver = catalog.create(Kind.SOLVER, type, Map.of("learningRate", rate))) {
            return follow(solver.get(), iterations);
        }
    }

    /** Gives x1, x2, y1, y2 of each iteration. */
    private static double[][] follow(InverseSolver solver, int iterations) {
        InverseTask task = ToyProblem.task();
        List<double[]> points = new ArrayList<>();
        INDArray x = ToyProblem.row(START, START);
        for (int k = 0; k <= iterations; k++) {
            INDArray y = task.simulator().simulate(x, task.context());
            double[] point = Values.of(x);
            double[] effect = Values.of(y);
            points.add(new double[] {point[0], point[1], effect[0], effect[1]});
            x = solver.solve(task, x, y).x();
        }
        return points.toArray(double[][]::new);
    }

    private static void append(StringBuilder table, String method, double[][] points) {
        for (int k = 0; k < points.length; k++) {
            double[] p = points[k];
            table.append("%s,%d,%s,%s,%s,%s\n".formatted(method, k, p[0], p[1], p[2], p[3]));
        }
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
            worst = Math.max(worst, Math.abs(point[2] * START * START - point[3] * START));
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
        return last[2] * last[2] + last[3] * last[3];
    }
}
