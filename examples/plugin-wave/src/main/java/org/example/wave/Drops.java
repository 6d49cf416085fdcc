package org.example.wave;

import java.util.random.RandomGenerator;

/** Draws what the water looks like when some drops have fallen: one to five round humps and hollows of different sizes. */
final class Drops {

    private static final int MOST = 5;
    /** Radius of the smallest and the largest drop as a share of the basin: 1.5 and 5 of 64 cells. */
    private static final double SMALLEST = 1.5 / 64;

    private static final double LARGEST = 5.0 / 64;

    private final int n;

    Drops(int n) {
        this.n = n;
    }

    /**
     * Draws one example.
     *
     * @param random the stream of this example
     * @param heights where to write, zero before, {@code [n, n]} flattened
     * @param offset where the example begins in the array
     */
    void draw(RandomGenerator random, double[] heights, int offset) {
        int count = 1 + random.nextInt(MOST);
        for (int drop = 0; drop < count; drop++) {
            double x = n * random.nextDouble();
            double y = n * random.nextDouble();
            double radius = n * random.nextDouble(SMALLEST, LARGEST);
            double height = random.nextDouble(-1, 1);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double distance = Math.hypot(i + 0.5 - x, j + 0.5 - y) / radius;
                    heights[offset + i * n + j] += height * Math.exp(-0.5 * distance * distance);
                }
            }
        }
    }
}
