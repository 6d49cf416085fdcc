package org.physgrad.problem.fluid;

import java.util.Arrays;

/**
 * Bilinear lookups in a periodic field, and their adjoint, for blocks of consecutive points at a time. The field is kept with one row and
 * one column of wrap-around, so that one index serves all four values around a point. Only the fetching of these values is done point by
 * point; all other loops are short and run over small arrays with one and the same index, which is what the compiler turns into vector
 * instructions. Not safe for use by several threads.
 */
final class Bilinear {

    /** Largest number of points in a block: few enough for the innermost cache to hold all arrays. */
    static final int BLOCK = 256;

    private final int n;
    private final int width;
    private final double perCell;
    private final double[] rows;
    private final double[] columns;
    private final double[] table;
    private final double[] gradient;
    private final double[] distance = new double[BLOCK];
    private final double[] position = new double[BLOCK];
    private final double[] cellX = new double[BLOCK];
    private final double[] cellY = new double[BLOCK];
    private final double[] index = new double[BLOCK];
    private final double[] weightX = new double[BLOCK];
    private final double[] weightY = new double[BLOCK];
    private final double[] slopeX = new double[BLOCK];
    private final double[] slopeY = new double[BLOCK];

    /** Values looked up, on the lower x and lower y side of each point of the block. */
    final double[] lowerLower = new double[BLOCK];

    /** The same on the lower x and upper y side. */
    final double[] lowerUpper = new double[BLOCK];

    /** The same on the upper x and lower y side. */
    final double[] upperLower = new double[BLOCK];

    /** The same on the upper x and upper y side. */
    final double[] upperUpper = new double[BLOCK];

    Bilinear(int n) {
        this.n = n;
        this.width = n + 1;
        this.perCell = 1.0 / n;
        this.table = new double[width * width];
        this.gradient = new double[width * width];
        this.rows = new double[n * n];
        this.columns = new double[n * n];
        Arrays.setAll(rows, k -> Math.floorDiv(k, n));
        Arrays.setAll(columns, k -> k % n);
    }

    /** Takes over the field to look up in, {@code [n, n]} flattened. */
    void load(double[] field) {
        for (int i = 0; i < width; i++) {
            int row = i % n * n;
            System.arraycopy(field, row, table, i * width, n);
            table[i * width + n] = field[row];
        }
    }

    /**
     * Fetches the values around the points (i, j) + sign (shiftX, shiftY) of one block.
     *
     * @param start the first point, counted in C order
     * @param count number of points
     * @param sign 1 or -1
     * @param shiftX shifts along x in cells, {@code [n, n]} flattened
     * @param shiftY shifts along y in cells, {@code [n, n]} flattened
     */
    void lookUp(int start, int count, double sign, double[] shiftX, double[] shiftY) {
        locate(start, count, sign, shiftX, rows, cellX, weightX);
        locate(start, count, sign, shiftY, columns, cellY, weightY);
        for (int k = 0; k < count; k++) {
            index[k] = cellX[k] * width + cellY[k];
        }
        fetch(count);
    }

    /** Whole numbers are kept as double, because their conversion is not vectorised. */
    private void locate(
            int start, int count, double sign, double[] shift, double[] place, double[] cell, double[] weight) {
        System.arraycopy(shift, start, distance, 0, count);
        System.arraycopy(place, start, position, 0, count);
        for (int k = 0; k < count; k++) {
            double signed = sign * distance[k];
            double whole = Math.floor(signed);
            weight[k] = signed - whole;
            double unwrapped = whole + position[k];
            // Half a cell guards the quotient against rounding.
            cell[k] = unwrapped - n * Math.floor((unwrapped + 0.5) * perCell);
        }
    }

    private void fetch(int count) {
        for (int k = 0; k < count; k++) {
            int at = tableIndex(k);
            lowerLower[k] = table[at];
            lowerUpper[k] = table[at + 1];
            upperLower[k] = table[at + width];
            upperUpper[k] = table[at + width + 1];
        }
    }

    /** Shifts beyond the exact range of double, or undefined ones, have no place; the index must only be a valid one. */
    private int tableIndex(int k) {
        int at = (int) index[k];
        return at >= 0 && at < n * width ? at : 0;
    }

    /** Writes the interpolated values of the block looked up last. */
    void interpolate(int count, double[] result) {
        for (int k = 0; k < count; k++) {
            double lower = lowerLower[k] + weightY[k] * (lowerUpper[k] - lowerLower[k]);
            double upper = upperLower[k] + weightY[k] * (upperUpper[k] - upperLower[k]);
            result[k] = lower + weightX[k] * (upper - lower);
        }
    }

    /** Starts a new gradient with respect to the field. */
    void clearGradient() {
        Arrays.fill(gradient, 0);
    }

    /**
     * The adjoint of {@link #interpolate} for the block looked up last: adds to the gradient with respect to the field, and sign times the
     * gradient with respect to the points to those of the shifts.
     *
     * @param start the first point
     * @param count number of points
     * @param sign as in {@link #lookUp}
     * @param cotangent gradient with respect to the interpolated values of the block
     * @param shiftX where to add, {@code [n, n]} flattened
     * @param shiftY where to add, {@code [n, n]} flattened
     */
    void adjoint(int start, int count, double sign, double[] cotangent, double[] shiftX, double[] shiftY) {
        for (int k = 0; k < count; k++) {
            double slopeLower = lowerUpper[k] - lowerLower[k];
            double slopeUpper = upperUpper[k] - upperLower[k];
            slopeY[k] = slopeLower + weightX[k] * (slopeUpper - slopeLower);
        }
        for (int k = 0; k < count; k++) {
            double slopeLower = upperLower[k] - lowerLower[k];
            double slopeUpper = upperUpper[k] - lowerUpper[k];
            slopeX[k] = slopeLower + weightY[k] * (slopeUpper - slopeLower);
        }
        addProduct(start, count, sign, cotangent, slopeX, shiftX);
        addProduct(start, count, sign, cotangent, slopeY, shiftY);
        for (int k = 0; k < count; k++) {
            double upper = cotangent[k] * weightX[k];
            double lower = cotangent[k] - upper;
            double lowerShare = lower * weightY[k];
            double upperShare = upper * weightY[k];
            addToValues(k, lower - lowerShare, lowerShare, upper - upperShare, upperShare);
        }
    }

    private void addProduct(int start, int count, double sign, double[] cotangent, double[] slope, double[] sum) {
        System.arraycopy(sum, start, distance, 0, count);
        for (int k = 0; k < count; k++) {
            distance[k] += sign * cotangent[k] * slope[k];
        }
        System.arraycopy(distance, 0, sum, start, count);
    }

    /** Adds to the gradient with respect to the four values around the k-th point of the block looked up last. */
    void addToValues(int k, double atLowerLower, double atLowerUpper, double atUpperLower, double atUpperUpper) {
        int at = tableIndex(k);
        gradient[at] += atLowerLower;
        gradient[at + 1] += atLowerUpper;
        gradient[at + width] += atUpperLower;
        gradient[at + width + 1] += atUpperUpper;
    }

    /** Adds the gradient with respect to the field to an array, {@code [n, n]} flattened. */
    void addGradientTo(double[] field) {
        for (int i = 0; i < width; i++) {
            int row = i % n * n;
            for (int j = 0; j < n; j++) {
                field[row + j] += gradient[i * width + j];
            }
            field[row] += gradient[i * width + n];
        }
    }
}
