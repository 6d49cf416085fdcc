package org.physgrad.solvers;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Linearization;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Values;

/**
 * The objective around one point: L(x + h) ~ L + g . h + 1/2 h . B h with B = J^T L'' J, for a whole batch. Products with B need no matrix:
 * L'' J v is the change of dL/dy on the way from x to x + e v, divided by e, and J^T is the adjoint. The difference is exact up to rounding for linear
 * physics and quadratic losses; otherwise its error is of the order of e.
 */
final class GaussNewtonModel implements AutoCloseable {

    private final InverseTask task;
    private final long[] shape;
    private final double[] x;
    private final INDArray at;
    private final INDArray y;
    private final Linearization linearization;
    private final double[] slope;
    private final double[] losses;
    private final double[] gradients;

    /**
     * Builds the model at one point.
     *
     * @param task what to solve
     * @param x causes, {@code [batch, causeShape...]} flattened; not changed while the model is in use
     * @param shape shape of the causes with the batch axis
     */
    GaussNewtonModel(InverseTask task, double[] x, long... shape) {
        this.task = task;
        this.shape = shape;
        this.x = x;
        this.at = array(x);
        this.linearization = task.simulator().linearize(at, task.context());
        this.y = linearization.value();
        try (INDArray loss = task.loss().value(y, task.target());
                INDArray dLdy = task.loss().gradient(y, task.target());
                INDArray gradient = linearization.adjoint(dLdy)) {
            this.losses = Values.of(loss);
            this.slope = Values.of(dLdy);
            this.gradients = Values.of(gradient);
        }
    }

    /** Frees the arrays that products need. */
    @Override
    public void close() {
        y.close();
        at.close();
    }

    /** Where the model is exact, {@code [batch, causeShape...]} flattened. */
    double[] x() {
        return x;
    }

    /** Losses at x, {@code [batch]}. */
    double[] losses() {
        return losses;
    }

    /** Gradients dL/dx, flattened. */
    double[] gradients() {
        return gradients;
    }

    /**
     * Multiplies by B, each example by itself.
     *
     * @param v vectors, {@code [batch, causeShape...]} flattened; not changed
     * @return the products
     */
    double[] times(double[] v) {
        int size = losses.length;
        int entries = x.length / size;
        double[] moved = x.clone();
        double[] widths = new double[size];
        BatchLoop.forEach(size, example -> {
            int offset = example * entries;
            widths[example] = width(v, offset, entries);
            for (int i = offset; i < offset + entries; i++) {
                moved[i] += widths[example] * v[i];
            }
        });
        try (INDArray beside = array(moved);
                INDArray effect = task.simulator().simulate(beside, task.context());
                INDArray dLdy = task.loss().gradient(effect, task.target())) {
            double[] change = Values.of(dLdy);
            int effects = change.length / size;
            for (int i = 0; i < change.length; i++) {
                double width = widths[i / effects];
                change[i] = width == 0 ? 0 : (change[i] - slope[i]) / width;
            }
            try (INDArray cotangent = Values.array(change, dLdy.dataType(), dLdy.shape());
                    INDArray product = linearization.adjoint(cotangent)) {
                return Values.of(product);
            }
        }
    }

    /** The e of one example: rounding and curvature disturb the difference alike. */
    private double width(double[] v, int offset, int entries) {
        double length = norm(v, offset, entries);
        double unit = task.simulator().precision() == DataType.FLOAT ? Math.ulp(1f) : Math.ulp(1.0);
        double width = Math.sqrt(unit) * Math.max(1, norm(x, offset, entries)) / length;
        return Double.isFinite(width) ? width : 0;
    }

    private static double norm(double[] values, int offset, int entries) {
        return Math.sqrt(Arrays.stream(values, offset, offset + entries)
                .map(value -> value * value)
                .sum());
    }

    private INDArray array(double[] values) {
        return Values.array(values, task.simulator().precision(), shape);
    }
}
