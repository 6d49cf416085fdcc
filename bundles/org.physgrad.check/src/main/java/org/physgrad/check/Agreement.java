package org.physgrad.check;

/** How well two vectors agree. */
final class Agreement {

    private Agreement() {}

    /** The cosine of the angle between two vectors; 1 where both are zero. */
    static double cosine(double[] a, double[] b) {
        double lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
        return lengths == 0 ? (dot(a, a) == dot(b, b) ? 1 : 0) : dot(a, b) / lengths;
    }

    /** The length of the difference relative to the longer vector; 0 where both are zero. */
    static double relativeError(double[] a, double[] b) {
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            difference += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return difference == 0 ? 0 : Math.sqrt(difference / Math.max(dot(a, a), dot(b, b)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
