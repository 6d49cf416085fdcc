package org.physgrad.solvers;

/**
 * Bounds that every entry of x keeps.
 *
 * @param lower smallest value allowed, negative infinity for none
 * @param upper largest value allowed, infinity for none
 */
record Box(double lower, double upper) {

    Box {
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "lower is " + lower + " and upper is " + upper + ", expected lower < upper");
        }
    }

    /** The nearest value allowed. */
    double project(double value) {
        return Math.min(upper, Math.max(lower, value));
    }

    /** Tells whether descending the gradient would push an entry against the bound it lies on. */
    boolean holds(double value, double gradient) {
        return (value <= lower && gradient > 0) || (value >= upper && gradient < 0);
    }
}
