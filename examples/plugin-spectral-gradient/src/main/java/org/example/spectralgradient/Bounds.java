package org.example.spectralgradient;

/**
 * What every entry of x has to keep to.
 *
 * @param lower smallest value, negative infinity for none
 * @param upper largest value, infinity for none
 */
record Bounds(double lower, double upper) {

    Bounds {
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "lower is " + lower + " and upper is " + upper + ", expected lower < upper");
        }
    }

    /** The nearest value allowed; what is not a number stays so. */
    double nearest(double value) {
        return Math.min(upper, Math.max(lower, value));
    }
}
