package org.physgrad.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Range;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.math.Values;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.Chart.ChartAxis;
import org.physgrad.visuals.chart.Curve;
import org.physgrad.visuals.chart.CurveStyle;
import org.physgrad.visuals.chart.CurveStyle.Pattern;
import org.physgrad.visuals.chart.Legend;
import org.physgrad.visuals.chart.Scale;

/** Figure 7: what each method hands to the network of the sine problem as gradient, for a = 1 and x from -1 to 1. */
final class SineGradients implements Computation {

    private static final double A = 1;
    private static final double LIMIT = 1;
    private static final int POINTS = 2000;

    /** The paper's methods with physical gradients, and the solvers behind them. */
    private static final List<Solved> SOLVED = List.of(
            new Solved(Method.NEWTON, "newton"),
            new Solved(Method.INVERSE_GRADIENT, "inverse-gradient"),
            new Solved(Method.INVERSE_PHYSICS, "sine-inverse"));

    private record Solved(String method, String solver) {}

    @Override
    public Findings compute(Catalog catalog, ResultsFolder results, PageFolder page) throws IOException {
        double[] x = IntStream.range(0, POINTS)
                .mapToDouble(i -> -1 + (2 * i + 1.0) / POINTS) // never zero
                .toArray();
        Map<String, double[]> gradients = gradients(catalog, x);
        page.write("figures/figure-7.csv", table(x, gradients));
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, double[]> method : gradients.entrySet()) {
            files.add(page.drawHalf(
                    "figure-7-" + method.getKey(), chart(x, method.getKey(), method.getValue()), Legend.NONE));
        }
        return new Findings(
                List.of(
                        Gallery.pairs(
                                files,
                                "Figure 7: the update that each method asks of x, minus the gradient that it hands to the network, limited to 1, for a = 1. Grey: sin(a/x).")),
                List.of(
                        descends(Method.NEWTON, gradients),
                        descends(Method.INVERSE_GRADIENT, gradients),
                        reachesMinima(x, gradients.get(Method.INVERSE_PHYSICS))));
    }

    private static Map<String, double[]> gradients(Catalog catalog, double[] x) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (Part<Problem> problem = catalog.create(Kind.PROBLEM, "sine", Map.of())) {
            INDArray causes = array(x);
            InverseTask task = new InverseTask(
                    problem.get().simulator(),
                    problem.get().loss(),
                    array(filled(-1)),
                    Context.of("a", array(filled(A))));
            INDArray effects = task.simulator().simulate(causes, task.context());
            INDArray slope = task.simulator().adjoint(causes, array(filled(1)), task.context());
            gradients.put(Method.ADAM, clipped(Values.of(slope)));
            for (Solved solved : SOLVED) {
                try (Part<InverseSolver> part = catalog.create(Kind.SOLVER, solved.solver(), Map.of())) {
                    INDArray step =
                            causes.sub(part.get().solve(task, causes, effects).x());
                    gradients.put(solved.method(), clipped(Values.of(step)));
                }
            }
        }
        return gradients;
    }

    private static Chart chart(double[] x, String method, double[] gradient) {
        Method shown = Method.of(method);
        double[] objective = Arrays.stream(x).map(at -> Math.sin(A / at)).toArray();
        double[] update = Arrays.stream(gradient).map(value -> -value).toArray();
        return new Chart(
                shown.label(),
                ChartAxis.of("x", Scale.LINEAR).withRange(new Range(-1, 1)),
                ChartAxis.of("update of x", Scale.LINEAR).withRange(new Range(-1.1, 1.1)),
                List.of(
                        Curve.of("", x, objective).drawn(new CurveStyle(new Color(0xC4C8CC), 0.8, Pattern.SOLID)),
                        Curve.of("", x, update).drawn(shown.style())),
                PageFolder.APPEARANCE);
    }

    private static Result descends(String method, Map<String, double[]> gradients) {
        double[] slope = gradients.get(Method.ADAM);
        double[] gradient = gradients.get(method);
        long against = IntStream.range(0, POINTS)
                .filter(i -> slope[i] * gradient[i] < 0)
                .count();
        return new Result(
                "Figure 7: the update of `" + method + "` points downhill",
                "at all points",
                against + " of " + POINTS + " points uphill",
                "computed",
                Verdict.of(against == 0));
    }

    private static Result reachesMinima(double[] x, double[] gradient) {
        double worst = IntStream.range(0, POINTS)
                .mapToDouble(i -> Math.sin(A / (x[i] - gradient[i])) + 1)
                .max()
                .orElseThrow();
        return new Result(
                "Figure 7: the update of `inverse-physics` leads to a minimum",
                "sin(a/x) + 1 at most 1e-6 after it, at all points",
                "at most " + Claims.number(worst) + " at " + POINTS + " points",
                "computed",
                Verdict.of(worst <= 1e-6));
    }

    private static String table(double[] x, Map<String, double[]> gradients) {
        StringBuilder table = new StringBuilder("x," + String.join(",", gradients.keySet()) + "\n");
        for (int i = 0; i < POINTS; i++) {
            table.append(x[i]);
            for (double[] gradient : gradients.values()) {
                table.append(',').append(gradient[i]);
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static double[] clipped(double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.max(-LIMIT, Math.min(LIMIT, value)))
                .toArray();
    }

    private static double[] filled(double value) {
        double[] values = new double[POINTS];
        Arrays.fill(values, value);
        return values;
    }

    private static INDArray array(double[] values) {
        return Values.array(values, DataType.DOUBLE, values.length);
    }
}
