package org.physgrad.engine.training;

import java.util.Map;

/**
 * What one iteration measured.
 *
 * @param iteration its number, from 1
 * @param wallSeconds wall time of this iteration [s]
 * @param cpuSeconds processor time of the process since the iteration before [s]
 * @param solverCalls calls of the inverse solver in this iteration
 * @param metrics the problem's metrics of the predictions, before the weights were updated, by name in the problem's order
 * @param trainingLoss the loss of the training scheme, mean over the batch
 * @param secondsByPhase wall time by phase [s]
 */
public record IterationRecord(
        int iteration,
        double wallSeconds,
        double cpuSeconds,
        int solverCalls,
        Map<String, Double> metrics,
        double trainingLoss,
        Map<Phase, Double> secondsByPhase) {}
