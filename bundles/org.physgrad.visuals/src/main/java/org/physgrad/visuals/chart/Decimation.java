package org.physgrad.visuals.chart;

import java.util.Arrays;
import org.physgrad.api.visual.Range;

/** Thins out what is finer than pixels: of all points in one pixel column, the lowest and the highest stay, so that a line looks the same. */
final class Decimation {

    private final double[] x;
    private final double[] y;

    private Decimation(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Thins out a line; what its axes cannot show falls away.
     *
     * @param x places, not falling
     * @param y values
     * @param right how x is spaced
     * @param up how y is spaced
     * @param window the part of x that is shown
     * @param columns number of pixel columns
     * @return at most two points for each column, and one on each side beyond the window
     */
    static Decimation of(double[] x, double[] y, Scale right, Scale up, Range window, int columns) {
        double[] keptX = new double[2 * columns + 6];
        double[] keptY = new double[2 * columns + 6];
        int kept = 0;
        int k = 0;
        while (k < x.length) {
            int column = column(x[k], right, window, columns);
            int low = -1;
            int high = -1;
            for (; k < x.length && column(x[k], right, window, columns) == column; k++) {
                if (up.shows(y[k]) && right.shows(x[k])) {
                    low = low < 0 || y[k] < y[low] ? k : low;
                    high = high < 0 || y[k] > y[high] ? k : high;
                }
            }
            if (low >= 0) {
                kept = put(keptX, keptY, kept, x, y, Math.min(low, high));
                kept = low == high ? kept : put(keptX, keptY, kept, x, y, Math.max(low, high));
            }
        }
        return new Decimation(Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
    }

    private static int put(double[] toX, double[] toY, int at, double[] x, double[] y, int k) {
        toX[at] = x[k];
        toY[at] = y[k];
        return at + 1;
    }

    /** Pixel column of a place; -1 and {@code columns} beside the window. */
    private static int column(double place, Scale scale, Range window, int columns) {
        double low = scale.position(window.low());
        double extent = scale.position(window.high()) - low;
        double fraction = extent > 0 ? (scale.position(place) - low) / extent : 0;
        return Double.isNaN(fraction) || fraction < 0 ? -1 : fraction > 1 ? columns : (int) (fraction * (columns - 1));
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }
}
