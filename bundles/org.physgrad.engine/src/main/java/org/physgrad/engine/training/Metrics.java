package org.physgrad.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.data.ExampleSource;
import org.physgrad.math.Shapes;

/** The metrics of a problem that can be measured with the examples at hand: those that compare with true causes need to know them. */
final class Metrics {

    private final Problem problem;
    private final List<String> names;

    private Metrics(Problem problem, List<String> names) {
        this.problem = problem;
        this.names = List.copyOf(names);
    }

    /** Finds out what can be measured. */
    static Metrics of(Problem problem, ExampleSource examples) {
        boolean complete = examples.knowsCause() || !problem.knowsCause();
        return new Metrics(problem, complete ? problem.metricNames() : withoutCauses(problem, examples));
    }

    /** Tries: what is undefined for numbers that are not special needs a true cause. */
    private static List<String> withoutCauses(Problem problem, ExampleSource examples) {
        try (IterationMemory memory = new IterationMemory()) {
            Batch batch = memory.own(examples.batch(1));
            long[] shape = Shapes.withBatch(batch.size(), problem.simulator().causeShape());
            INDArray x = memory.own(Nd4j.ones(problem.simulator().precision(), shape));
            double[] values = problem.metrics(batch, x, batch.target());
            List<String> names = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    names.add(problem.metricNames().get(i));
                }
            }
            return names;
        }
    }

    /** Names of the metrics, in the problem's order. */
    List<String> names() {
        return names;
    }

    /**
     * Measures predictions.
     *
     * @param batch the batch
     * @param x predicted causes
     * @param y their effects
     * @return values by name, averaged over the batch
     */
    Map<String, Double> measure(Batch batch, INDArray x, INDArray y) {
        return named(Arrays.stream(problem.metrics(batch, x, y)).boxed().toList());
    }

    /**
     * Puts names to measurements, and leaves out what cannot be measured.
     *
     * @param values all the problem's metrics, in its order
     * @return values by name
     */
    Map<String, Double> named(List<Double> values) {
        List<String> all = problem.metricNames();
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (names.contains(all.get(i))) {
                metrics.put(all.get(i), values.get(i));
            }
        }
        return metrics;
    }
}
