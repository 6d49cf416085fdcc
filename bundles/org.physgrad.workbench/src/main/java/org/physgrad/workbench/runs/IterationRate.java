package org.physgrad.workbench.runs;

/** The time of an iteration as the last ones took it: the first ones of a run are slow, and settings change. */
final class IterationRate {

    private static final int LAST = 32;

    private final double[] seconds = new double[LAST];
    private long count;

    void add(double wallSeconds) {
        seconds[(int) (count++ % LAST)] = wallSeconds;
    }

    void reset() {
        count = 0;
    }

    /** Mean [s]; NaN before the first. */
    double secondsPerIteration() {
        int known = (int) Math.min(count, LAST);
        double sum = 0;
        for (int i = 0; i < known; i++) {
            sum += seconds[i];
        }
        return known == 0 ? Double.NaN : sum / known;
    }
}
