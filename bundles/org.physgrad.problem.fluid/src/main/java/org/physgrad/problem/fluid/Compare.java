package org.physgrad.problem.fluid;

/**
 * Comparisons by arithmetic, exact to rounding. In loops over fields the compiler always turns them into vector instructions; of {@link
 * Math#min} and its like it makes branches where it saw predictable data before, such as an empty part of a marker.
 */
final class Compare {

    /** Far below any difference that means something, far above what vanishes in division. */
    private static final double TINY = 1e-300;

    private Compare() {}

    /** The lesser of two numbers. */
    static double least(double a, double b) {
        return 0.5 * (a + b - Math.abs(a - b));
    }

    /** The greater of two numbers. */
    static double greatest(double a, double b) {
        return 0.5 * (a + b + Math.abs(a - b));
    }

    /** The derivative of max(a, b) with respect to a: 1 or 0, and a half where both are equal. */
    static double shareOfGreater(double a, double b) {
        return 0.5 + 0.5 * (a - b) / (Math.abs(a - b) + TINY);
    }
}
