package org.physgrad.engine.experiment;

import java.util.Optional;

/**
 * An experiment with every default filled in: all that a run depends on.
 *
 * @param name name for people and for the run folder
 * @param problem the inverse problem
 * @param network the network
 * @param training how dL/dx0 is made
 * @param optimizer the weight optimizer
 * @param batchSize examples per iteration
 * @param iterations iterations of the whole run
 * @param seed seed of all random numbers
 * @param executor type name of the network executor, or {@code auto}
 * @param threads processor threads, 0 for all that the process may use
 * @param checkpointEvery iterations between checkpoints
 */
public record Experiment(
        String name,
        PartSpec problem,
        PartSpec network,
        Training training,
        PartSpec optimizer,
        int batchSize,
        int iterations,
        long seed,
        String executor,
        int threads,
        int checkpointEvery) {

    /** The name of the executor choice that takes the fastest one that fits. */
    public static final String AUTO = "auto";

    /**
     * How the gradient that the network is trained with is made.
     *
     * @param scheme the training scheme
     * @param solver the inverse solver, for schemes that use one
     * @param clip largest magnitude of an entry of dL/dx0 handed on, in units of the cause; 0 for no limit
     * @param reduction {@code sum} or {@code mean} over the batch, or {@code problem} for the problem's own
     */
    public record Training(PartSpec scheme, Optional<PartSpec> solver, double clip, String reduction) {}
}
