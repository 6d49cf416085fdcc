package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Known answers of the generator's authors (Random123, kat_vectors, philox4x32 with 10 rounds). */
class PhiloxTest {

    @Test
    void zeroKeyAndCounter() {
        assertArrayEquals(
                new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
                block(new Philox(new int[] {0, 0, 0, 0}, 0, 0)));
    }

    @Test
    void allOnes() {
        assertArrayEquals(
                new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
                block(new Philox(new int[] {-1, -1, -1, -1}, -1, -1)));
    }

    @Test
    void digitsOfPi() {
        assertArrayEquals(
                new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
                block(new Philox(new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0)));
    }

    @Test
    void streamsDependOnEveryPartOfTheirKey() {
        long reference = new PhiloxStreams(1, 2).stream("a", 3).nextLong();
        assertEquals(reference, new PhiloxStreams(1, 2).stream("a", 3).nextLong());
        assertNotEquals(reference, new PhiloxStreams(2, 2).stream("a", 3).nextLong());
        assertNotEquals(reference, new PhiloxStreams(1, 3).stream("a", 3).nextLong());
        assertNotEquals(reference, new PhiloxStreams(1, 2).stream("b", 3).nextLong());
        assertNotEquals(reference, new PhiloxStreams(1, 2).stream("a", 4).nextLong());
    }

    @Test
    void gaussiansHaveUnitVariance() {
        RandomGenerator random = new PhiloxStreams(11, 1).stream("gauss");
        int count = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double value = random.nextGaussian();
            sum += value;
            squares += value * value;
        }
        // Five standard errors of mean and variance.
        assertEquals(0, sum / count, 5 / Math.sqrt(count));
        assertEquals(1, squares / count, 5 * Math.sqrt(2.0 / count));
    }

    private static int[] block(RandomGenerator random) {
        return new int[] {random.nextInt(), random.nextInt(), random.nextInt(), random.nextInt()};
    }
}
