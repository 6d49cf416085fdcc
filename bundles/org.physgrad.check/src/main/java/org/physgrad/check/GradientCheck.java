package org.physgrad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.RandomStreams;
import org.physgrad.math.Values;

/**
 * Compares adjoint products with central finite differences: for random directions v and cotangents w, w . (f(x + h v) - f(x - h v)) / 2h should
 * be (J^T w) . v. Large steps h err by the function's curvature, small ones by rounding, so a range of steps is tried and the best one counts; the
 * step is relative to the root mean square of x, and each example is judged by itself.
 */
public final class GradientCheck {

    /** Steps for float64, relative to x. */
    private static final double[] STEPS = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8};
    /** Steps for float32: with smaller ones nothing but rounding is left. */
    private static final double[] SINGLE_STEPS = {3e-1, 1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4};

    private static final double TOLERANCE = 1e-5;
    private static final double SINGLE_TOLERANCE = 1e-2;

    private final int directions;
    private final RandomStreams random;

    /**
     * Prepares checks.
     *
     * @param directions number K of random directions, at least 1
     * @param random where they come from
     */
    public GradientCheck(int directions, RandomStreams random) {
        this.directions = directions;
        this.random = random;
    }

    /**
     * Checks a function around a point.
     *
     * @param subject what is checked, for people
     * @param function the function
     * @param x the point, {@code [batch, ...]}; not changed
     * @return what was found
     */
    public GradientReport check(String subject, Differentiable function, INDArray x) {
        INDArray value = function.value(x);
        boolean single = x.dataType() == DataType.FLOAT || value.dataType() == DataType.FLOAT;
        double[] steps = single ? SINGLE_STEPS : STEPS;
        int size = Math.toIntExact(x.size(0));
        double[][] claimed = new double[size][directions];
        double[][][] measured = new double[steps.length][size][directions];
        double[] scales = scales(Values.of(x), size);
        for (int k = 0; k < directions; k++) {
            double[] v = gaussian(subject + " direction " + k, x, scales);
            INDArray w =
                    Values.array(gaussian(subject + " cotangent " + k, value, null), value.dataType(), value.shape());
            double[] products = dots(Values.of(function.adjoint(x, w)), v, size);
            for (int example = 0; example < size; example++) {
                claimed[example][k] = products[example];
            }
            for (int s = 0; s < steps.length; s++) {
                double[] derivatives = difference(function, x, v, steps[s], Values.of(w), size);
                for (int example = 0; example < size; example++) {
                    measured[s][example][k] = derivatives[example];
                }
            }
        }
        return report(subject, steps, claimed, measured, single ? SINGLE_TOLERANCE : TOLERANCE);
    }

    private static GradientReport report(
            String subject, double[] steps, double[][] claimed, double[][][] measured, double tolerance) {
        int size = claimed.length;
        double[] best = new double[size];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        List<GradientReport.Row> rows = new ArrayList<>();
        for (int s = 0; s < steps.length; s++) {
            double cosine = 0;
            double error = 0;
            for (int example = 0; example < size; example++) {
                double relative = Agreement.relativeError(claimed[example], measured[s][example]);
                best[example] = Math.min(best[example], Double.isNaN(relative) ? Double.POSITIVE_INFINITY : relative);
                cosine += Agreement.cosine(claimed[example], measured[s][example]) / size;
                error += relative * relative / size;
            }
            rows.add(new GradientReport.Row(steps[s], cosine, Math.sqrt(error)));
        }
        int worst = 0;
        for (int example = 1; example < size; example++) {
            worst = best[example] > best[worst] ? example : worst;
        }
        return new GradientReport(subject, rows, worst, best[worst], tolerance);
    }

    /** The directional derivatives of w . f per example, by central differences. */
    private static double[] difference(
            Differentiable function, INDArray x, double[] v, double step, double[] w, int size) {
        double[] ahead = Values.of(x);
        double[] behind = Values.of(x);
        for (int i = 0; i < v.length; i++) {
            ahead[i] += step * v[i];
            behind[i] -= step * v[i];
        }
        double[] later = dots(values(function, ahead, x), w, size);
        double[] earlier = dots(values(function, behind, x), w, size);
        double[] derivatives = new double[size];
        for (int example = 0; example < size; example++) {
            derivatives[example] = (later[example] - earlier[example]) / (2 * step);
        }
        return derivatives;
    }

    private static double[] values(Differentiable function, double[] at, INDArray like) {
        return Values.of(function.value(Values.array(at, like.dataType(), like.shape())));
    }

    /** Root mean squares of the examples; 1 for an example that is zero. */
    private static double[] scales(double[] x, int size) {
        double[] squares = dots(x, x, size);
        double[] scales = new double[size];
        for (int example = 0; example < size; example++) {
            double scale = Math.sqrt(squares[example] * size / x.length);
            scales[example] = scale == 0 ? 1 : scale;
        }
        return scales;
    }

    private double[] gaussian(String purpose, INDArray like, double[] scales) {
        int size = Math.toIntExact(like.size(0));
        int entries = Math.toIntExact(like.length() / size);
        double[] values = new double[size * entries];
        for (int example = 0; example < size; example++) {
            RandomGenerator numbers = random.stream(purpose, example);
            for (int i = example * entries; i < (example + 1) * entries; i++) {
                values[i] = numbers.nextGaussian() * (scales == null ? 1 : scales[example]);
            }
        }
        return values;
    }

    /** Inner products per example. */
    private static double[] dots(double[] a, double[] b, int size) {
        int entries = a.length / size;
        double[] sums = new double[size];
        for (int i = 0; i < a.length; i++) {
            sums[i / entries] += a[i] * b[i];
        }
        return sums;
    }
}
