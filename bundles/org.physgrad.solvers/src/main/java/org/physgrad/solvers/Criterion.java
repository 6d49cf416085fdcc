package org.physgrad.solvers;

/**
 * When a solver stops.
 *
 * @param iterations number of iterations at most, at least 1
 * @param gradientTolerance largest entry of dL/dx that counts as zero, in units of L / x
 * @param lossTolerance smallest decrease of the loss in one iteration that counts as progress, relative to the loss
 */
record Criterion(int iterations, double gradientTolerance, double lossTolerance) {

    Criterion {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations is " + iterations + ", expected at least 1");
        }
        requireTolerance("gradientTolerance", gradientTolerance);
        requireTolerance("lossTolerance", lossTolerance);
    }

    private static void requireTolerance(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected zero or more");
        }
    }

    /** Tells whether nothing is left to gain at a point: losses are never negative. */
    boolean isMinimum(double loss, double largestGradient) {
        return loss <= 0 || largestGradient <= gradientTolerance;
    }

    /** Tells whether a decrease is too small to go on. */
    boolean isSettled(double before, double after) {
        return before - after <= lossTolerance * Math.abs(before);
    }
}
