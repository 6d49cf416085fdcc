package org.physgrad.engine.data;

import java.util.List;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.files.UnusableArrayException;
import org.physgrad.math.PhiloxStreams;

/** Examples of a run to look at: ones that were not trained with, where there are any; the same ones each time. */
public final class ShownExamples {

    /** Random numbers that no iteration uses, so that all runs of one seed show the same examples. */
    private static final int UNSEEN = Integer.MAX_VALUE;

    private ShownExamples() {}

    /**
     * Gives the random numbers that go with the examples.
     *
     * @param experiment the experiment of the run
     * @return those of its seed and of no iteration
     */
    public static RandomStreams random(Experiment experiment) {
        return new PhiloxStreams(experiment.seed(), UNSEEN);
    }

    /**
     * Gives the first examples. Of files, these alone are read: whether the files are still those that the run was trained with, and whole, is for training to
     * check, which reads all of them anyway.
     *
     * @param experiment the experiment of the run
     * @param problem its problem; if the experiment names files, its arrays are named as {@link DataFit} wants it
     * @param count how many, at least 1
     * @return that many examples, or as many as there are, in fresh arrays: the caller may free them
     * @throws InvalidExperimentException with what is wrong with the files
     */
    public static Batch read(Experiment experiment, Problem problem, int count) {
        return experiment.data().isPresent()
                ? readFiles(experiment, problem, count)
                : problem.sample(count, random(experiment));
    }

    private static Batch readFiles(Experiment experiment, Problem problem, int count) {
        try (DataFiles files = DataFiles.open(
                        experiment.data().orElseThrow(),
                        problem.simulator(),
                        experiment.problem().type());
                DataArrays arrays = files.unread()) {
            return arrays.gather(Split.of(experiment, files.size()).toShow(count));
        } catch (UnusableArrayException e) {
            throw new InvalidExperimentException(List.of(new Finding("data", e.getMessage(), false)));
        }
    }
}
