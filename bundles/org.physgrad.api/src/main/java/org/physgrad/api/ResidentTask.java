package org.physgrad.api;

import java.util.Optional;

/**
 * What an executor computes beside the network when whole iterations stay with it.
 *
 * @param problem the problem
 * @param solver the inverse solver, empty if the experiment names none
 * @param scheme the training scheme
 * @param batchSize examples per iteration
 * @param factor what dL/doutput of each example is multiplied with: the reduction over the batch
 * @param clip largest magnitude of an entry of dL/dx0, undefined ones become 0; 0 for no limit
 */
public record ResidentTask(
        Problem problem,
        Optional<InverseSolver> solver,
        TrainingScheme scheme,
        int batchSize,
        double factor,
        double clip) {}
