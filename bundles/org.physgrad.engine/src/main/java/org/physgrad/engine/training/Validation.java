package org.physgrad.engine.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.data.ExampleSource;

/** Measures the network with the examples that are kept from training, as it would be used afterwards; leaves no trace in the training. */
final class Validation {

    private final Problem problem;
    private final ExampleSource examples;
    private final Metrics metrics;
    private final int batchSize;

    Validation(Problem problem, ExampleSource examples, Metrics metrics, int batchSize) {
        this.problem = problem;
        this.examples = examples;
        this.metrics = metrics;
        this.batchSize = batchSize;
    }

    /** Measures the network after some iterations. */
    ValidationRecord measure(int iteration, Prediction prediction) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int first = 0; first < examples.unseen(); first += batchSize) {
            int count = Math.min(batchSize, examples.unseen() - first);
            measure(first, count, prediction).forEach((name, value) -> sums.merge(name, count * value, Double::sum));
        }
        sums.replaceAll((name, sum) -> sum / examples.unseen());
        return new ValidationRecord(iteration, examples.unseen(), sums);
    }

    private Map<String, Double> measure(int first, int count, Prediction prediction) {
        try (IterationMemory memory = new IterationMemory()) {
            Batch batch = memory.own(examples.unseen(first, count));
            INDArray x = memory.own(prediction.of(batch));
            INDArray y = memory.own(problem.simulator().simulate(x, batch.context()));
            return metrics.measure(batch, x, y);
        }
    }
}
