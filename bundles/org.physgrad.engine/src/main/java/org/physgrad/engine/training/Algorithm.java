package org.physgrad.engine.training;

import java.util.Map;

/** One iteration of training after the other (paper, Algorithm 1), wherever it is computed. */
interface Algorithm extends AutoCloseable {

    /**
     * What an iteration came to.
     *
     * @param record what it measured
     * @param divergence what stopped being finite, empty if all is well; the weights were not updated then
     */
    record Step(IterationRecord record, String divergence) {}

    /**
     * Makes one iteration.
     *
     * @param iteration its number, from 1
     * @param listener is shown samples, if it wants them
     * @return what came of it
     */
    Step iterate(int iteration, TrainingListener listener);

    /** Leaves what was computed since the last iteration out of the times of the next one. */
    void forgetTime();

    /** Lets go of the parts: nothing uses them any more when this returns. */
    @Override
    default void close() {}

    /** Says which metric is not finite; empty if all are. */
    static String divergence(int iteration, Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .filter(metric -> !Double.isFinite(metric.getValue()))
                .findFirst()
                .map(metric -> metric.getKey() + " is " + metric.getValue() + " in iteration " + iteration)
                .orElse("");
    }

    /** Says so if the gradient of the predictions, or that of the weights, is not finite. */
    static String divergence(int iteration, boolean finite, boolean weightsFinite) {
        if (!finite) {
            return "the gradient is not finite in iteration " + iteration;
        }
        return weightsFinite ? "" : "the gradient of the weights is not finite in iteration " + iteration;
    }
}
