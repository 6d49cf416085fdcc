package org.physgrad.networks;

/** Checks of parameters. */
final class Limits {

    private Limits() {}

    static int require(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + ", expected " + min + " to " + max);
        }
        return value;
    }
}
