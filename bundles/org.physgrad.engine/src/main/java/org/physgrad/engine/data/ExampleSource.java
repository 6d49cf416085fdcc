package org.physgrad.engine.data;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.Experiment;

/** Where the examples of a run come from. Used by one thread at a time. */
public interface ExampleSource extends AutoCloseable {

    /**
     * Opens the examples that an experiment asks for.
     *
     * @param experiment the experiment
     * @param problem its problem; if the experiment names files, its arrays are named as {@link DataFit} wants it
     * @return the examples; close them afterwards
     * @throws org.physgrad.engine.experiment.InvalidExperimentException with all that is wrong with the files
     */
    static ExampleSource open(Experiment experiment, Problem problem) {
        return experiment.data().isPresent()
                ? DataSet.open(experiment, problem)
                : new Generator(problem, experiment.batchSize(), experiment.seed());
    }

    /**
     * Gives the mini-batch of an iteration; depends on nothing that was asked for before.
     *
     * @param iteration the iteration, from 1
     * @return observations, context and, where known, true causes, all in fresh arrays: the caller may free them
     */
    Batch batch(int iteration);

    /**
     * Gives the true causes of the mini-batch of an iteration alone. May be called from another thread, also while the source is used.
     *
     * @param iteration the iteration, from 1
     * @return those of {@link #batch}, a fresh array; empty if a batch has to be asked for
     */
    default Optional<INDArray> causes(int iteration) {
        return Optional.empty();
    }

    /**
     * Tells whether the true causes are known.
     *
     * @return true if every batch carries them
     */
    boolean knowsCause();

    /**
     * Counts the examples that are kept from training.
     *
     * @return their number, 0 if there are none
     */
    int unseen();

    /**
     * Gives some of the examples that are kept from training.
     *
     * @param first index of the first one among them
     * @param count how many
     * @return observations, context and, where known, true causes, all in fresh arrays: the caller may free them
     */
    Batch unseen(int first, int count);

    /**
     * Tells which files the examples come from.
     *
     * @return their locations and checksums; empty if the problem draws the examples
     */
    Optional<DataSpec> files();

    /**
     * Describes the examples.
     *
     * @return a line for people, empty if they come from the problem itself
     */
    String description();

    @Override
    void close();
}
