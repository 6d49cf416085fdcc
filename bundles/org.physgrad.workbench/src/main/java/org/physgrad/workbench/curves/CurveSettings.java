package org.physgrad.workbench.curves;

/**
 * How learning curves are shown.
 *
 * @param metric name of the column of {@code metrics.csv}; empty before there was any to choose
 * @param axis what it is drawn over
 * @param logX whether that axis is logarithmic
 * @param logY whether the metric's axis is logarithmic
 * @param window iterations in the running mean, 1 for the raw values
 * @param bands whether runs that differ in nothing but their seed become one curve with a band
 */
record CurveSettings(String metric, RunAxis axis, boolean logX, boolean logY, int window, boolean bands) {

    /** What a window begins with. */
    static final CurveSettings DEFAULT = new CurveSettings("", RunAxis.ITERATION, false, true, 1, false);
}
