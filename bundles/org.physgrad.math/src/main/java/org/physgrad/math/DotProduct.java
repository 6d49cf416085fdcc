package org.physgrad.math;

/** The inner product of two vectors. */
public final class DotProduct {

    private DotProduct() {}

    /**
     * Sums the products of two vectors' entries.
     *
     * @param a entries
     * @param b as many entries
     * @return a . b
     */
    public static double of(double[] a, double[] b) {
        // Four sums, so that an addition need not wait for the one before it.
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            sum0 += a[k] * b[k];
            sum1 += a[k + 1] * b[k + 1];
            sum2 += a[k + 2] * b[k + 2];
            sum3 += a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            sum0 += a[k] * b[k];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
