package org.physgrad.engine.experiment;

import java.nio.file.Path;
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
 * @param data examples in files; empty to train with those that the problem generates
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
        int checkpointEvery,
        Optional<DataSpec> data) {

    /** The name of the executor choice that takes the fastest one that fits. */
    public static final String AUTO = "auto";

    /**
     * Takes other examples.
     *
     * @param other examples in files; empty for those that the problem generates
     * @return the same experiment with those examples
     */
    public Experiment withData(Optional<DataSpec> other) {
        return new Experiment(
                name,
                problem,
                network,
                training,
                optimizer,
                batchSize,
                iterations,
                seed,
                executor,
                threads,
                checkpointEvery,
                other);
    }

    /**
     * Frees the experiment from the working directory.
     *
     * @param folder what the locations of its examples are relative to: the folder of its file
     * @return the same experiment with absolute locations
     */
    public Experiment relativeTo(Path folder) {
        return withData(data.map(files -> files.relativeTo(folder)));
    }

    /**
     * Tells when the network is measured with the examples that are kept from training.
     *
     * @param iteration number of iterations that are done
     * @return true at the interval of {@code data.validateEvery} and after the last iteration
     */
    public boolean validatesAt(int iteration) {
        return data.filter(files -> files.validation() > 0)
                .map(files -> iteration % files.validateEvery() == 0 || iteration == iterations)
                .orElse(false);
    }

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
