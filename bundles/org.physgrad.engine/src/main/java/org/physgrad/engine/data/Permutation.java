package org.physgrad.engine.data;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random orders. */
final class Permutation {

    private Permutation() {}

    /**
     * Shuffles indices (Fisher and Yates). Own code, because an order must be the same on every Java platform, which the library's bounded random numbers do not
     * promise.
     *
     * @param size how many
     * @param random where the order comes from
     * @return 0 to size - 1, each once
     */
    static int[] of(int size, RandomGenerator random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int last = size - 1; last > 0; last--) {
            int other = (int) ((Integer.toUnsignedLong(random.nextInt()) * (last + 1)) >>> Integer.SIZE);
            int swapped = order[other];
            order[other] = order[last];
            order[last] = swapped;
        }
        return order;
    }
}
