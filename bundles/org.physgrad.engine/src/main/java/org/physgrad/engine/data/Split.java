package org.physgrad.engine.data;

import java.util.Arrays;
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
}
