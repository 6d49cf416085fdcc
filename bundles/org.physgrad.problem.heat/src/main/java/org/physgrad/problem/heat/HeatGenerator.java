package org.physgrad.problem.heat;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws initial temperatures: 4 to 10 soft rectangles of random place, size and strength, which add where they overlap (paper, section 3.3). */
final class HeatGenerator {

    private static final int MINIMUM = 4;
    private static final int MAXIMUM = 10;
    /** Share of the domain, around its middle, in which rectangles have their centres. */
    private static final double SPREAD = 0.8;
    /** Largest half size of a rectangle as a share of the domain: 10 of 64 cells. */
    private static final double LARGEST = 10.0 / 64;

    private final int resolution;

    HeatGenerator(int resolution) {
        this.resolution = resolution;
    }

    /**
     * Draws one example.
     *
     * @param random the stream of this example
     * @param field where to write, {@code [n, n]} flattened
     */
    void draw(RandomGenerator random, double[] field) {
        Arrays.fill(field, 0);
        int count = MINIMUM + random.nextInt(MAXIMUM - MINIMUM + 1);
        for (int i = 0; i < count; i++) {
            double x = position(random);
            double y = position(random);
            double halfX = LARGEST * resolution * random.nextDouble();
            double halfY = LARGEST * resolution * random.nextDouble();
            double strength = random.nextDouble();
            new SoftRectangle(inside(x, halfX), inside(y, halfY), halfX, halfY).addTo(field, strength, resolution);
        }
    }

    private double position(RandomGenerator random) {
        return (random.nextDouble() - 0.5) * SPREAD * resolution + 0.5 * resolution;
    }

    private double inside(double position, double half) {
        return Math.min(resolution - half, Math.max(half, position));
    }
}
