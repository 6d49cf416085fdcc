package org.physgrad.math;

import java.util.random.RandomGenerator;

/**
 * The counter-based random generator Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
 * The n-th block of numbers is a function of key and counter alone, so streams can be opened anywhere without drawing what comes before.
 */
final class Philox implements RandomGenerator {

    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private final int[] counter;
    private final int key0;
    private final int key1;
    private final int[] block = new int[4];
    private int used = 4;

    /**
     * Opens a stream.
     *
     * @param key the 64-bit key
     * @param word1 second word of the counter; the first counts the blocks of this stream from 0
     * @param word2 third word of the counter
     * @param word3 fourth word of the counter
     */
    Philox(long key, int word1, int word2, int word3) {
        this(new int[] {0, word1, word2, word3}, (int) key, (int) (key >>> 32));
    }

    /** Starts at any counter; the array is used as it is and counted up. */
    Philox(int[] counter, int key0, int key1) {
        this.counter = counter;
        this.key0 = key0;
        this.key1 = key1;
    }

    @Override
    public int nextInt() {
        if (used == 4) {
            fill();
            counter[0]++;
            used = 0;
        }
        return block[used++];
    }

    @Override
    public long nextLong() {
        long high = (long) nextInt() << 32;
        return high | Integer.toUnsignedLong(nextInt());
    }

    private void fill() {
        int c0 = counter[0];
        int c1 = counter[1];
        int c2 = counter[2];
        int c3 = counter[3];
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * Integer.toUnsignedLong(c0);
            long product1 = MULTIPLIER_1 * Integer.toUnsignedLong(c2);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        block[0] = c0;
        block[1] = c1;
        block[2] = c2;
        block[3] = c3;
    }
}
