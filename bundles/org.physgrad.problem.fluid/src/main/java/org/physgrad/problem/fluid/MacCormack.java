package org.physgrad.problem.fluid;

import java.util.Arrays;

/**
 * The MacCormack scheme with clamping (Selle et al. 2008; paper, section 3.4) for one periodic field f moved by shifts s, and its adjoint: predicted p = f at
 * x - s, looked back c = p at x + s, result = max(lo, min(p + (f - c) / 2, hi)), with lo and hi the least and greatest of the four values of f around x - s.
 * Where limits tie, the gradient is shared by halves. Not safe for use by several threads.
 */
final class MacCormack {

    private final int n;
    private final Bilinear back;
    private final Bilinear forth;
    private final double[] predicted;
    private final double[] least;
    private final double[] greatest;
    private final double[] corrected;
    private final double[] lookedBackGradient;
    private final double[] predictedGradient;
    private final double[] leastGradient;
    private final double[] greatestGradient;

    MacCormack(int n) {
        this.n = n;
        this.back = new Bilinear(n);
        this.forth = new Bilinear(n);
        this.predicted = new double[n * n];
        this.least = new double[n * n];
        this.greatest = new double[n * n];
        this.corrected = new double[n];
        this.lookedBackGradient = new double[n];
        this.predictedGradient = new double[n * n];
        this.leastGradient = new double[n * n];
        this.greatestGradient = new double[n * n];
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
        for (int i = 0; i < n; i++) {
            int row = i * n;
            correct(i, field, shiftX, shiftY);
            for (int j = 0; j < n; j++) {
                result[row + j] = Math.max(least[row + j], Math.min(corrected[j], greatest[row + j]));
            }
        }
    }

    private void predict(double[] field, double[] shiftX, double[] shiftY) {
        back.load(field);
        for (int i = 0; i < n; i++) {
            back.lookUp(i, -1, shiftX, shiftY);
            back.interpolate(predicted, i * n);
            limit(i * n);
        }
        forth.load(predicted);
    }

    private void limit(int row) {
        for (int j = 0; j < n; j++) {
            double a = back.lowerLower[j];
            double b = back.lowerUpper[j];
            double c = back.upperLower[j];
            double d = back.upperUpper[j];
            least[row + j] = Math.min(Math.min(a, b), Math.min(c, d));
            greatest[row + j] = Math.max(Math.max(a, b), Math.max(c, d));
        }
    }

    private void correct(int i, double[] field, double[] shiftX, double[] shiftY) {
        int row = i * n;
        forth.lookUp(i, 1, shiftX, shiftY);
        forth.interpolate(corrected, 0);
        for (int j = 0; j < n; j++) {
            corrected[j] = predicted[row + j] + 0.5 * (field[row + j] - corrected[j]);
        }
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
        for (int i = 0; i < n; i++) {
            int row = i * n;
            correct(i, field, shiftX, shiftY);
            clampAdjoint(cotangent, row);
            for (int j = 0; j < n; j++) {
                fieldGradient[row + j] = 0.5 * predictedGradient[row + j];
                lookedBackGradient[j] = -fieldGradient[row + j];
            }
            forth.adjoint(lookedBackGradient, 1, shiftXGradient, shiftYGradient, row);
        }
        forth.addGradientTo(predictedGradient);
        back.clearGradient();
        for (int i = 0; i < n; i++) {
            int row = i * n;
            back.lookUp(i, -1, shiftX, shiftY);
            System.arraycopy(predictedGradient, row, lookedBackGradient, 0, n);
            back.adjoint(lookedBackGradient, -1, shiftXGradient, shiftYGradient, row);
            limitAdjoint(row);
        }
        back.addGradientTo(fieldGradient);
    }

    /** Divides the gradient of a row among the corrected value and the two limits. */
    private void clampAdjoint(double[] cotangent, int row) {
        for (int j = 0; j < n; j++) {
            int k = row + j;
            double capped = Math.min(corrected[j], greatest[k]);
            double toCapped = cotangent[k] * shareOfGreater(capped, least[k]);
            double toCorrected = toCapped * shareOfGreater(greatest[k], corrected[j]);
            predictedGradient[k] = toCorrected;
            greatestGradient[k] = toCapped - toCorrected;
            leastGradient[k] = cotangent[k] - toCapped;
        }
    }

    private void limitAdjoint(int row) {
        for (int j = 0; j < n; j++) {
            double toLeast = leastGradient[row + j];
            double toGreatest = greatestGradient[row + j];
            if (toLeast != 0 || toGreatest != 0) {
                double a = back.lowerLower[j];
                double b = back.lowerUpper[j];
                double c = back.upperLower[j];
                double d = back.upperUpper[j];
                double leastLower = toLeast * shareOfGreater(Math.min(c, d), Math.min(a, b));
                double leastUpper = toLeast - leastLower;
                double greatestLower = toGreatest * shareOfGreater(Math.max(a, b), Math.max(c, d));
                double greatestUpper = toGreatest - greatestLower;
                double first = shareOfGreater(a, b);
                double second = shareOfGreater(c, d);
                back.addToValues(
                        j,
                        greatestLower * first + leastLower * (1 - first),
                        greatestLower * (1 - first) + leastLower * first,
                        greatestUpper * second + leastUpper * (1 - second),
                        greatestUpper * (1 - second) + leastUpper * second);
            }
        }
    }

    /** The derivative of max(a, b) with respect to a: 1 or 0, and a half where both are equal. */
    private static double shareOfGreater(double a, double b) {
        return 0.5 + 0.5 * Math.signum(a - b);
    }
}
