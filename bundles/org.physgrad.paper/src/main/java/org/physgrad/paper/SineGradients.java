package org.physgrad.paper;

import java.io.IOException;
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
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.math.Values;

/** Figure 7: what each method hands to the network of the sine problem as gradient, over x. */
final class SineGradients implements Computation {

    private static final double A = 1;
    private static final double LIMIT = 1;
    private static final int POINTS = 2000;

    @Override
    public String title() {
        return "Figure 7: gradients of sin(a/x) for a = 1, x from -1 to 1";
    }

    @Override
    public List<Result> compute(Catalog catalog, ResultsFolder folder) throws IOException {
        double[] x = IntStream.range(0, POINTS)
                .mapToDouble(i -> -1 + (2 * i + 1.0) / POINTS) // never zero
                .toArray();
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
            gradients.put("adam", clipped(Values.of(slope)));
            for (String solver : List.of("newton", "inverse-gradient", "sine-inverse")) {
                try (Part<InverseSolver> part = catalog.create(Kind.SOLVER, solver, Map.of())) {
                    INDArray step =
                            causes.sub(part.get().solve(task, causes, effects).x());
                    gradients.put(solver, clipped(Values.of(step)));
                }
            }
        }
        folder.write("figures/figure-7.csv", table(x, gradients));
        return List.of(
                descends("newton", gradients),
                descends("inverse-gradient", gradients),
                descends("sine-inverse", gradients));
    }

    private static Result descends(String method, Map<String, double[]> gradients) {
        double[] slope = gradients.get("adam");
        double[] gradient = gradients.get(method);
        long against = IntStream.range(0, POINTS)
                .filter(i -> slope[i] * gradient[i] < 0)
                .count();
        return new Result(
                "The update of `" + method + "` points downhill",
                "at all points",
                against + " of " + POINTS + " points uphill",
                "computed",
                Verdict.of(against == 0));
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
