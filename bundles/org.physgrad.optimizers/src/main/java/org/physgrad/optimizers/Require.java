package org.physgrad.optimizers;

/** Checks of parameters. */
final class Require {

    private Require() {}

    static double positive(String name, double value) {
        if (value > 0 && Double.isFinite(value)) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + ", expected a positive number");
    }

    static double fraction(String name, double value) {
        if (value >= 0 && value < 1) {
            return value;
        }
        throw new IllegalArgumentException(name + " is " + value + ", expected at least 0 and less than 1");
    }
}
