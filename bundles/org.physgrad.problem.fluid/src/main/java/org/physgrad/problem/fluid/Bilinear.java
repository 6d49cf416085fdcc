package org.physgrad.problem.fluid;

import java.util.Arrays;

/**
 * Bilinear lookups in a periodic field, row by row, and their adjoint. The field is kept with one row and one column of wrap-around, so that one index serves
 * all four values around a point; arithmetic runs over whole rows, only the fetching of the four values is done point by point. Not safe for use by
 * several threads.
 */
final class Bilinear {

    private final int n;
    private final int width;
    private final double perCell;
    private final double[] columns;
    private final double[] table;
    private final double[] gradient;
    private final double[] index;
    private final double[] weightX;
    private final double[] weightY;

    /** Values of the last row looked up, on the lower x and lower y side of each point. */
    final double[] lowerLower;

    /** The same on the lower x and upper y side. */
    final double[] lowerUpper;

    /** The same on the upper x and lower y side. */
    final double[] upperLower;

    /** The same on the upper x and upper y side. */
    final double[] upperUpper;

    Bilinear(int n) {
        this.n = n;
        this.width = n + 1;
        this.perCell = 1.0 / n;
        this.table = new double[width * width];
        this.gradient = new double[width * width];
        this.columns = new double[n];
        Arrays.setAll(columns, j -> j);
        this.index = new double[n];
        this.weightX = new double[n];
        this.weightY = new double[n];
        this.lowerLower = new double[n];
        this.lowerUpper = new double[n];
        this.upperLower = new double[n];
        this.upperUpper = new double[n];
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
     * Fetches the values around the points (i, j) + sign (shiftX, shiftY) for one row i.
     *
     * @param i the row
     * @param sign 1 or -1
     * @param shiftX shifts along x in cells, {@code [n, n]} flattened
     * @param shiftY shifts along y in cells, {@code [n, n]} flattened
     */
    void lookUp(int i, double sign, double[] shiftX, double[] shiftY) {
        locate(i, sign, shiftX, shiftY);
        for (int j = 0; j < n; j++) {
            int k = tableIndex(j);
            lowerLower[j] = table[k];
            lowerUpper[j] = table[k + 1];
            upperLower[j] = table[k + width];
            upperUpper[j] = table[k + width + 1];
        }
    }

    private void locate(int i, double sign, double[] shiftX, double[] shiftY) {
        int row = i * n;
        for (int j = 0; j < n; j++) {
            double x = sign * shiftX[row + j];
            double y = sign * shiftY[row + j];
            double floorX = Math.floor(x);
            double floorY = Math.floor(y);
            weightX[j] = x - floorX;
            weightY[j] = y - floorY;
            double cellX = floorX + i;
            double cellY = floorY + columns[j];
            // Whole numbers, kept as double because conversions would be done one by one; half a cell guards the quotient against rounding.
            cellX -= n * Math.floor((cellX + 0.5) * perCell);
            cellY -= n * Math.floor((cellY + 0.5) * perCell);
            index[j] = cellX * width + cellY;
        }
    }

    /** Shifts beyond the exact range of double, or undefined ones, have no place; their weights tell, the index must only be a valid one. */
    private int tableIndex(int j) {
        int k = (int) index[j];
        return k >= 0 && k < n * width ? k : 0;
    }

    /** Writes the interpolated values of the last row looked up. */
    void interpolate(double[] result, int row) {
        for (int j = 0; j < n; j++) {
            double lower = lowerLower[j] + weightY[j] * (lowerUpper[j] - lowerLower[j]);
            double upper = upperLower[j] + weightY[j] * (upperUpper[j] - upperLower[j]);
            result[row + j] = lower + weightX[j] * (upper - lower);
        }
    }

    /** Forgets the gradient gathered so far. */
    void clearGradient() {
        Arrays.fill(gradient, 0);
    }

    /**
     * The adjoint of {@link #interpolate} for the last row looked up: gathers the gradient with respect to the field, and adds sign times the gradient with respect
     * to the points.
     *
     * @param cotangent gradient with respect to the interpolated values, one row
     * @param sign as in {@link #lookUp}
     * @param shiftX where to add, {@code [n, n]} flattened
     * @param shiftY where to add, {@code [n, n]} flattened
     * @param row where the row begins in the two
     */
    void adjoint(double[] cotangent, double sign, double[] shiftX, double[] shiftY, int row) {
        for (int j = 0; j < n; j++) {
            double slopeLower = lowerUpper[j] - lowerLower[j];
            double slopeUpper = upperUpper[j] - upperLower[j];
            double lower = lowerLower[j] + weightY[j] * slopeLower;
            double upper = upperLower[j] + weightY[j] * slopeUpper;
            shiftX[row + j] += sign * cotangent[j] * (upper - lower);
            shiftY[row + j] += sign * cotangent[j] * (slopeLower + weightX[j] * (slopeUpper - slopeLower));
        }
        for (int j = 0; j < n; j++) {
            double upper = cotangent[j] * weightX[j];
            double lower = cotangent[j] - upper;
            double lowerShare = lower * weightY[j];
            double upperShare = upper * weightY[j];
            addToValues(j, lower - lowerShare, lowerShare, upper - upperShare, upperShare);
        }
    }

    /** Adds to the gradient with respect to the four values around the j-th point of the last row looked up. */
    void addToValues(int j, double atLowerLower, double atLowerUpper, double atUpperLower, double atUpperUpper) {
        int k = tableIndex(j);
        gradient[k] += atLowerLower;
        gradient[k + 1] += atLowerUpper;
        gradient[k + width] += atUpperLower;
        gradient[k + width + 1] += atUpperUpper;
    }

    /** Adds the gathered gradient with respect to the field, {@code [n, n]} flattened. */
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
