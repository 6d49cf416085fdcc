package org.physgrad.sweeps;

import java.util.Arrays;

/**
 * How values scatter over seeds. Quartiles are interpolated linearly between the sorted values.
 *
 * @param count number of values
 * @param min the smallest
 * @param lower the first quartile
 * @param median the second quartile
 * @param upper the third quartile
 * @param max the largest
 */
public record Band(int count, double min, double lower, double median, double upper, double max) {

    /**
     * Describes values.
     *
     * @param values at least one
     * @return their band
     */
    public static Band of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Band(
                sorted.length,
                sorted[0],
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted[sorted.length - 1]);
    }

    private static double quantile(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) position;
        double share = position - below;
        // Products with infinity: only a neighbour that counts may enter.
        return share == 0 ? sorted[below] : (1 - share) * sorted[below] + share * sorted[below + 1];
    }
}
