package org.physgrad.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochsTest {

    private static final int BATCH = 4;
    private static final int[] EXAMPLES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29};

    @Test
    void everyEpochHasEachExampleOnce() {
        int[] items = items(new Epochs(EXAMPLES, BATCH, 7), 15); // six epochs, in batches that do not divide them
        for (int epoch = 0; epoch < 6; epoch++) {
            int[] sorted = Arrays.copyOfRange(items, epoch * EXAMPLES.length, (epoch + 1) * EXAMPLES.length);
            Arrays.sort(sorted);
            assertArrayEquals(EXAMPLES, sorted, "epoch " + epoch);
        }
    }

    @Test
    void epochsAndSeedsDifferInOrder() {
        int[] items = items(new Epochs(EXAMPLES, BATCH, 7), 5);
        int[] first = Arrays.copyOf(items, EXAMPLES.length);
        assertFalse(Arrays.equals(first, Arrays.copyOfRange(items, EXAMPLES.length, 2 * EXAMPLES.length)));
        assertFalse(Arrays.equals(items, items(new Epochs(EXAMPLES, BATCH, 8), 5)));
    }

    @Test
    void anIterationDependsOnNothingBefore() {
        Epochs running = new Epochs(EXAMPLES, BATCH, 7);
        for (int iteration = 1; iteration <= 12; iteration++) {
            assertArrayEquals(
                    new Epochs(EXAMPLES, BATCH, 7).batch(iteration),
                    running.batch(iteration),
                    "iteration " + iteration);
        }
    }

    @Test
    void ordersAreEvenlyLikely() {
        int[] firstPlace = new int[3];
        int epochs = 3000;
        Epochs order = new Epochs(new int[] {0, 1, 2}, 3, 1);
        for (int iteration = 1; iteration <= epochs; iteration++) {
            firstPlace[order.batch(iteration)[0]]++;
        }
        for (int count : firstPlace) {
            assertEquals(epochs / 3.0, count, 5 * Math.sqrt(epochs * 2 / 9.0), Arrays.toString(firstPlace));
        }
    }

    @Test
    void examplesAreSplitWithoutOverlapOrLoss() {
        Split split = Split.of(101, 0.1, 3);
        assertEquals(10, split.unseen().length);
        assertArrayEquals(
                IntStream.range(0, 101).toArray(),
                IntStream.concat(IntStream.of(split.training()), IntStream.of(split.unseen()))
                        .sorted()
                        .toArray());
        assertArrayEquals(split.unseen(), Split.of(101, 0.1, 3).unseen());
        assertFalse(Arrays.equals(split.unseen(), Split.of(101, 0.1, 4).unseen()), "the seed has no effect");
        assertEquals(0, Split.of(101, 0, 3).unseen().length);
        assertEquals(1, Split.of(101, 1e-6, 3).unseen().length);
    }

    private static int[] items(Epochs order, int iterations) {
        return IntStream.rangeClosed(1, iterations)
                .flatMap(iteration -> IntStream.of(order.batch(iteration)))
                .toArray();
    }
}
