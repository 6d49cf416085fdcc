package org.physgrad.visuals.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values along a run, or the median of several runs with a band around it. Immutable; smoothing gives another curve and leaves this one as it is. */
public final class Curve {

    private final String name;
    private final double[] x;
    private final double[] y;
    /** Edges of the band; the values themselves where there is none. */
    private final double[] low;

    private final double[] high;
    private final Optional<Curve> raw;
    private final Optional<CurveStyle> style;

    private Curve(String name, double[] x, double[] y, double[] low, double[] high) {
        this(name, x, y, low, high, Optional.empty(), Optional.empty());
    }

    private Curve(
            String name,
            double[] x,
            double[] y,
            double[] low,
            double[] high,
            Optional<Curve> raw,
            Optional<CurveStyle> style) {
        this.name = Objects.requireNonNull(name, "name");
        this.x = x;
        this.y = y;
        this.low = low;
        this.high = high;
        this.raw = raw;
        this.style = style;
    }

    /**
     * Copies a curve.
     *
     * @param name its name in the legend; a curve of an empty name is left out there
     * @param x iteration, seconds or solver calls, not falling, {@code [points]}
     * @param y values, {@code [points]}; NaN where there is none
     * @return the curve
     * @throws IllegalArgumentException if there are not as many x as y, or x falls
     */
    public static Curve of(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "curve " + name + " has " + y.length + " values at " + x.length + " places");
        }
        for (int k = 1; k < x.length; k++) {
            if (x[k] < x[k - 1]) {
                throw new IllegalArgumentException("curve " + name + " goes back from " + x[k - 1] + " to " + x[k]);
            }
        }
        double[] values = y.clone();
        return new Curve(name, x.clone(), values, values, values);
    }

    /**
     * Copies a curve with its band.
     *
     * @param name its name in the legend
     * @param x iteration, seconds or solver calls, not falling, {@code [points]}
     * @param y values, {@code [points]}
     * @param low lower edge of the band, {@code [points]}
     * @param high upper edge of the band, {@code [points]}
     * @return the curve
     * @throws IllegalArgumentException if there are not as many x as values and edges, or x falls
     */
    public static Curve ofBand(String name, double[] x, double[] y, double[] low, double[] high) {
        Curve lower = of(name, x, low);
        Curve upper = of(name, x, high);
        return new Curve(name, lower.x, of(name, x, y).y, lower.y, upper.y);
    }

    /**
     * Joins runs that differ in nothing but their seed: the median, with a band from the lower to the upper quantile.
     *
     * @param name name of the result
     * @param runs at least one curve, point by point at the same iterations; the longer ones count as far as the shortest reaches
     * @param quantile share of the runs below the band, and of those above it, from 0 (the whole range) to less than 0.5
     * @return the median at the mean x of each point, with its band
     */
    public static Curve ofSeeds(String name, List<Curve> runs, double quantile) {
        if (runs.isEmpty() || !(quantile >= 0 && quantile < 0.5)) {
            throw new IllegalArgumentException(
                    runs.size() + " runs and quantile " + quantile + ", expected one or more and 0 to 0.5");
        }
        int points = runs.stream().mapToInt(Curve::size).min().orElseThrow();
        double[] x = new double[points];
        double[] median = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int k = 0; k < points; k++) {
            int point = k;
            double[] values =
                    runs.stream().mapToDouble(run -> run.y[point]).sorted().toArray();
            x[k] = runs.stream().mapToDouble(run -> run.x[point]).average().orElseThrow();
            low[k] = quantile(values, quantile);
            median[k] = quantile(values, 0.5);
            high[k] = quantile(values, 1 - quantile);
        }
        return new Curve(name, x, median, low, high);
    }

    /**
     * Smooths by the running mean of the paper's figures: each value becomes the mean of a window of points that ends with it. The first {@code
     * window - 1} points, which have no whole window, fall away.
     *
     * @param window number of points in a mean, at least 1; a curve that is shorter is averaged over its whole length
     * @return the smooth curve under the same name, a mean of the edges around it where there was a band
     */
    public Curve smoothed(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window is " + window + ", expected at least 1 point");
        }
        int length = Math.min(window, size());
        if (length <= 1) {
            return this;
        }
        double[] means = runningMean(y, length);
        return new Curve(
                name,
                Arrays.copyOfRange(x, length - 1, x.length),
                means,
                hasBand() ? runningMean(low, length) : means,
                hasBand() ? runningMean(high, length) : means,
                Optional.empty(),
                style);
    }

    /**
     * Gives the curve another name.
     *
     * @param newName its name in the legend
     * @return the same values under that name
     */
    public Curve named(String newName) {
        return new Curve(newName, x, y, low, high, raw, style);
    }

    /**
     * Says how the curve is drawn, instead of a thin line in the colour of its place in the chart.
     *
     * @param newStyle how it looks
     * @return the same values in that style
     */
    public Curve drawn(CurveStyle newStyle) {
        return new Curve(name, x, y, low, high, raw, Optional.of(newStyle));
    }

    /** How the curve is drawn; empty where its place in the chart decides. */
    public Optional<CurveStyle> style() {
        return style;
    }

    /**
     * Keeps the curve that this one was smoothed from: it is drawn behind, pale, and saved beside.
     *
     * @param behind the raw data
     * @return the same values with the raw data behind them
     */
    public Curve withRaw(Curve behind) {
        return new Curve(name, x, y, low, high, Optional.of(behind), style);
    }

    /** The raw data behind a smoothed curve; empty where {@link #withRaw} gave none. */
    public Optional<Curve> raw() {
        return raw;
    }

    /** Name in the legend. */
    public String name() {
        return name;
    }

    /** Number of points. */
    public int size() {
        return x.length;
    }

    /** The places, a fresh array. */
    public double[] x() {
        return x.clone();
    }

    /** The values, a fresh array. */
    public double[] y() {
        return y.clone();
    }

    /** Tells whether the curve has a band. */
    public boolean hasBand() {
        return low != y;
    }

    /** The lower edge of the band, a fresh array; the curve itself where there is no band. */
    public double[] low() {
        return low.clone();
    }

    /** The upper edge of the band, a fresh array; the curve itself where there is no band. */
    public double[] high() {
        return high.clone();
    }

    private static double[] runningMean(double[] values, int window) {
        return IntStream.rangeClosed(0, values.length - window)
                .mapToDouble(
                        first -> Arrays.stream(values, first, first + window).sum() / window)
                .toArray();
    }

    /** Linear between the sorted values. */
    private static double quantile(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] == sorted[above]
                ? sorted[below]
                : sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
