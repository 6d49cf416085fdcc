package org.physgrad.api.visual;

/**
 * The values that a colour map or an axis spans.
 *
 * @param low the least value, finite
 * @param high the greatest value, finite, at least {@code low}
 */
public record Range(double low, double high) {

    /** Checks the bounds. */
    public Range {
        if (!(low <= high && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException(
                    "range from " + low + " to " + high + ", expected finite bounds in order");
        }
    }

    /**
     * Widens the range until zero is its middle, as differences want it.
     *
     * @return the least range about zero that holds this one
     */
    public Range symmetric() {
        double bound = Math.max(Math.abs(low), Math.abs(high));
        return new Range(-bound, bound);
    }

    /**
     * Joins two ranges, as pictures that share a colour bar want it.
     *
     * @param other another range
     * @return the least range that holds both
     */
    public Range union(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /**
     * Tells where a value lies.
     *
     * @param value a value
     * @return 0 at the low end, 1 at the high end; in the middle where both ends are one; NaN for NaN
     */
    public double fraction(double value) {
        return high > low ? (value - low) / (high - low) : 0.5 + 0 * value;
    }
}
