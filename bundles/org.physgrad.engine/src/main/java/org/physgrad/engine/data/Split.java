package org.physgrad.engine.data;

import java.util.Arrays;
import java.util.List;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentKeys;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.math.PhiloxStreams;

/** Which examples are trained with, and which are kept from training. Depends on the seed and the number of examples alone. */
final class Split {

    private final int[] training;
    private final int[] unseen;

    private Split(int[] training, int[] unseen) {
        this.training = training;
        this.unseen = unseen;
    }

    /**
     * Splits the examples of an experiment.
     *
     * @param experiment an experiment with {@link Experiment#data}
     * @param size how many there are
     * @throws InvalidExperimentException if there are more than can be counted, or fewer than an iteration needs
     */
    static Split of(Experiment experiment, long size) {
        DataSpec data = experiment.data().orElseThrow();
        if (size > Integer.MAX_VALUE) {
            throw refused("data.effect", "holds " + size + " examples, allowed: " + Integer.MAX_VALUE);
        }
        Split split = of((int) size, data.validation(), experiment.seed());
        if (split.training.length < experiment.batchSize()) {
            throw refused(
                    ExperimentKeys.BATCH_SIZE.name(),
                    "is " + experiment.batchSize() + ", more than the " + split.training.length
                            + " examples to train with: " + data.effect() + " holds " + size
                            + ", of which data.validation keeps " + split.unseen.length
                            + " from training; lower batchSize, or bring more examples");
        }
        return split;
    }

    private static InvalidExperimentException refused(String path, String message) {
        return new InvalidExperimentException(List.of(new Finding(path, message, false)));
    }

    /**
     * Splits examples: the last ones of a random order are kept from training.
     *
     * @param examples how many there are
     * @param share share of them to keep, rounded to the nearest number of examples, but at least one example unless it is 0
     * @param seed the run's seed
     */
    static Split of(int examples, double share, long seed) {
        int kept = share == 0 ? 0 : Math.max(1, (int) Math.round(share * examples));
        int[] order = Permutation.of(examples, new PhiloxStreams(seed, 0).stream("data-split"));
        Split split =
                new Split(Arrays.copyOf(order, examples - kept), Arrays.copyOfRange(order, examples - kept, examples));
        // Examples that follow each other in a file are read fastest in that order.
        Arrays.sort(split.training);
        Arrays.sort(split.unseen);
        return split;
    }

    /** Indices of the examples to train with, ascending. */
    int[] training() {
        return training;
    }

    /** Indices of the others, ascending. */
    int[] unseen() {
        return unseen;
    }

    /** Indices of the first examples, or of as many as there are, that were not trained with; where all are trained with, of some of those. */
    int[] toShow(int count) {
        int[] shown = unseen.length > 0 ? unseen : training;
        return Arrays.copyOf(shown, Math.min(count, shown.length));
    }
}
