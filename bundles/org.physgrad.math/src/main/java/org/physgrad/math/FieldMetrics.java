package org.physgrad.math;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.DeviceCode;

/**
 * The metrics of inverse problems for scalar fields: sums over the cells of one example, averaged over the batch. {@code x_l1} = sum |x - x*|,
 * {@code y_l1} = sum |y - y*|, {@code y_l2} = 1/2 sum (y - y*)^2.
 */
public final class FieldMetrics {

    /** Names of the metrics, in the order of {@link #measure}. */
    public static final List<String> NAMES = List.of("x_l1", "y_l1", "y_l2");

    private FieldMetrics() {}

    /**
     * Measures predictions.
     *
     * @param batch observations and, where known, true causes
     * @param x predicted causes, {@code [batch, nx, ny]}
     * @param y their effects P(x), {@code [batch, nx, ny]}
     * @return one number per name; {@code x_l1} is NaN where the batch has no true causes
     */
    public static double[] measure(Batch batch, INDArray x, INDArray y) {
        double[] causeDistance = batch.cause()
                .map(cause -> distances("x", x, "the true causes x*", cause))
                .orElse(new double[] {Double.NaN, Double.NaN});
        double[] effectDistance = distances("y", y, "the observations y*", batch.target());
        return new double[] {causeDistance[0], effectDistance[0], effectDistance[1]};
    }

    /** Sum of absolute differences and half the sum of squared ones, averaged over the batch. */
    private static double[] distances(String name, INDArray predicted, String truthName, INDArray truth) {
        Shapes.requireSame(name, predicted, truthName, truth);
        int size = Math.toIntExact(truth.size(0));
        double[] absolute = new double[size];
        double[] squared = new double[size];
        Examples.subtract(predicted, truth, (difference, example) -> {
            double sum = 0;
            for (double value : difference) {
                sum += Math.abs(value);
            }
            absolute[example] = sum;
            squared[example] = SquaredLoss.of(difference);
        });
        return new double[] {
            Arrays.stream(absolute).sum() / size, Arrays.stream(squared).sum() / size
        };
    }

    /**
     * Gives the same metrics for a GPU.
     *
     * @return the function {@code measure} of {@link org.physgrad.api.Problem#problemCode}
     */
    public static String deviceSource() {
        return DeviceCode.source(FieldMetrics.class, "metrics.cu");
    }
}
