package org.physgrad.problem.fluid;

import static org.physgrad.problem.fluid.Bilinear.BLOCK;

import java.util.Arrays;

/**
 * The MacCormack scheme with clamping (Selle et al. 2008; paper, section 3.4) for one periodic field f moved by shifts s, and its adjoint:
 * predicted p = f at x - s, looked back c = p at x + s, result = max(lo, min(p + (f - c) / 2, hi)), with lo and hi the least and greatest
 * of the four values of f around x - s. Where limits tie, the gradient is shared by halves. Not safe for use by several threads.
 */
final class MacCormack {

    private final int cells;
    private final Bilinear back;
    private final Bilinear forth;
    private final double[] predicted;
    private final double[] least;
    private final double[] greatest;
    private final double[] predictedGradient;
    private final double[] leastGradient;
    private final double[] greatestGradient;

    // What belongs to one block of points.
    private final double[] original = new double[BLOCK];
    private final double[] guess = new double[BLOCK];
    private final double[] corrected = new double[BLOCK];
    private final double[] lower = new double[BLOCK];
    private final double[] upper = new double[BLOCK];
    private final double[] lowerOther = new double[BLOCK];
    private final double[] upperOther = new double[BLOCK];
    private final double[] given = new double[BLOCK];

    MacCormack(int n) {
        this.cells = n * n;
        this.back = new Bilinear(n);
        this.forth = new Bilinear(n);
        this.predicted = new double[cells];
        this.least = new double[cells];
        this.greatest = new double[cells];
        this.predictedGradient = new double[cells];
        this.leastGradient = new double[cells];
        this.greatestGradient = new double[cells];
    }

    /**
     * Moves a field.
     *
     * @param field values f, {@code [n, n]} flattened
     * @param shiftX displacement along x at the field's own points, in cells, {@code [n, n]} flattened
     * @param shiftY displacement along y
     * @param result the moved field; must be another array
     */
    void advect(double[] field, double[] shiftX, double[] shiftY, double[] result) {
        predict(field, shiftX, shiftY);
        for (int start = 0; start < cells; start += BLOCK) {
            int count = Math.min(BLOCK, cells - start);
            correct(start, count, field, shiftX, shiftY);
            for (int k = 0; k < count; k++) {
                corrected[k] = Compare.greatest(lower[k], Compare.least(corrected[k], upper[k]));
            }
            System.arraycopy(corrected, 0, result, start, count);
        }
    }

    private void predict(double[] field, double[] shiftX, double[] shiftY) {
        back.load(field);
        for (int start = 0; start < cells; start += BLOCK) {
            int count = Math.min(BLOCK, cells - start);
            back.lookUp(start, count, -1, shiftX, shiftY);
            back.interpolate(count, guess);
            System.arraycopy(guess, 0, predicted, start, count);
            order(count, back.lowerLower, back.lowerUpper, lower, upper);
            order(count, back.upperLower, back.upperUpper, lowerOther, upperOther);
            for (int k = 0; k < count; k++) {
                lower[k] = Compare.least(lower[k], lowerOther[k]);
                upper[k] = Compare.greatest(upper[k], upperOther[k]);
            }
            System.arraycopy(lower, 0, least, start, count);
            System.arraycopy(upper, 0, greatest, start, count);
        }
        forth.load(predicted);
    }

    private static void order(int count, double[] a, double[] b, double[] lesser, double[] greater) {
        for (int k = 0; k < count; k++) {
            lesser[k] = Compare.least(a[k], b[k]);
            greater[k] = Compare.greatest(a[k], b[k]);
        }
    }

    /** Computes the corrected values of a block before they are limited, and fetches the limits. */
    private void correct(int start, int count, double[] field, double[] shiftX, double[] shiftY) {
        forth.lookUp(start, count, 1, shiftX, shiftY);
        forth.interpolate(count, corrected);
        System.arraycopy(field, start, original, 0, count);
        System.arraycopy(predicted, start, guess, 0, count);
        for (int k = 0; k < count; k++) {
            corrected[k] = guess[k] + 0.5 * (original[k] - corrected[k]);
        }
        System.arraycopy(least, start, lower, 0, count);
        System.arraycopy(greatest, start, upper, 0, count);
    }

    /**
     * The adjoint of {@link #advect} at the same field and shifts.
     *
     * @param field values f, {@code [n, n]} flattened
     * @param shiftX displacement along x, in cells
     * @param shiftY displacement along y, in cells
     * @param cotangent gradient with respect to the moved field
     * @param fieldGradient receives the gradient with respect to f; must be another array
     * @param shiftXGradient receives the gradient with respect to {@code shiftX}
     * @param shiftYGradient receives the gradient with respect to {@code shiftY}
     */
    void adjoint(
            double[] field,
            double[] shiftX,
            double[] shiftY,
            double[] cotangent,
            double[] fieldGradient,
            double[] shiftXGradient,
            double[] shiftYGradient) {
        predict(field, shiftX, shiftY);
        Arrays.fill(shiftXGradient, 0);
        Arrays.fill(shiftYGradient, 0);
        forth.clearGradient();
        for (int start = 0; start < cells; start += BLOCK) {
            int count = Math.min(BLOCK, cells - start);
            correct(start, count, field, shiftX, shiftY);
            System.arraycopy(cotangent, start, given, 0, count);
            clampAdjoint(count);
            System.arraycopy(given, 0, predictedGradient, start, count);
            System.arraycopy(lower, 0, leastGradient, start, count);
            System.arraycopy(upper, 0, greatestGradient, start, count);
            for (int k = 0; k < count; k++) {
                given[k] *= 0.5;
                guess[k] = -given[k];
            }
            System.arraycopy(given, 0, fieldGradient, start, count);
            forth.adjoint(start, count, 1, guess, shiftXGradient, shiftYGradient);
        }
        forth.addGradientTo(predictedGradient);
        back.clearGradient();
        for (int start = 0; start < cells; start += BLOCK) {
            int count = Math.min(BLOCK, cells - start);
            back.lookUp(start, count, -1, shiftX, shiftY);
            System.arraycopy(predictedGradient, start, given, 0, count);
            back.adjoint(start, count, -1, given, shiftXGradient, shiftYGradient);
            limitAdjoint(start, count);
        }
        back.addGradientTo(fieldGradient);
    }

    /**
     * Divides the given gradient of a block: what the corrected value gets stays in its place, what the limits get takes the place of the
     * limits.
     */
    private void clampAdjoint(int count) {
        for (int k = 0; k < count; k++) {
            double capped = Compare.least(corrected[k], upper[k]);
            lowerOther[k] = given[k] * Compare.shareOfGreater(capped, lower[k]);
        }
        for (int k = 0; k < count; k++) {
            lower[k] = given[k] - lowerOther[k];
            given[k] = lowerOther[k] * Compare.shareOfGreater(upper[k], corrected[k]);
        }
        for (int k = 0; k < count; k++) {
            upper[k] = lowerOther[k] - given[k];
        }
    }

    private void limitAdjoint(int start, int count) {
        for (int k = 0; k < count; k++) {
            double toLeast = leastGradient[start + k];
            double toGreatest = greatestGradient[start + k];
            // Most points are not limited.
            if (toLeast != 0 || toGreatest != 0) {
                limitAdjoint(k, toLeast, toGreatest);
            }
        }
    }

    private void limitAdjoint(int k, double toLeast, double toGreatest) {
        double a = back.lowerLower[k];
        double b = back.lowerUpper[k];
        double c = back.upperLower[k];
        double d = back.upperUpper[k];
        double leastLower = toLeast * Compare.shareOfGreater(Compare.least(c, d), Compare.least(a, b));
        double leastUpper = toLeast - leastLower;
        double greatestLower = toGreatest * Compare.shareOfGreater(Compare.greatest(a, b), Compare.greatest(c, d));
        double greatestUpper = toGreatest - greatestLower;
        double first = Compare.shareOfGreater(a, b);
        double second = Compare.shareOfGreater(c, d);
        back.addToValues(
                k,
                greatestLower * first + leastLower * (1 - first),
                greatestLower * (1 - first) + leastLower * first,
                greatestUpper * second + leastUpper * (1 - second),
                greatestUpper * (1 - second) + leastUpper * second);
    }
}
