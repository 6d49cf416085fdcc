package org.physgrad.engine.data;

import org.physgrad.math.PhiloxStreams;

/**
 * The order in which examples are trained with: each epoch is a random order of all of them, and mini-batches follow each other through the epochs without a gap,
 * so that each example is used once per epoch also where the batch size does not divide their number. Which examples an iteration gets depends on the seed and
 * its number alone.
 */
final class Epochs {

    private final int[] examples;
    private final int batchSize;
    private final long seed;
    private int epoch;
    private int[] order = {};

    /**
     * Makes the order.
     *
     * @param examples indices of the examples, at least one
     * @param batchSize how many an iteration gets
     * @param seed the run's seed
     */
    Epochs(int[] examples, int batchSize, long seed) {
        this.examples = examples;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Tells the indices of the examples of an iteration, which counts from 1. */
    int[] batch(int iteration) {
        int[] batch = new int[batchSize];
        long first = (iteration - 1L) * batchSize;
        for (int i = 0; i < batchSize; i++) {
            long item = first + i;
            turnTo(Math.toIntExact(item / examples.length) + 1);
            batch[i] = examples[order[(int) (item % examples.length)]];
        }
        return batch;
    }

    private void turnTo(int wanted) {
        if (epoch != wanted) {
            order = Permutation.of(examples.length, new PhiloxStreams(seed, wanted).stream("data-order"));
            epoch = wanted;
        }
    }
}
