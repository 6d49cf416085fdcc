package org.physgrad.math;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.Loss;

/** Half the squared distance, L = 1/2 sum (y - y*)^2 over the entries of one example (paper, section 2). */
public final class SquaredLoss implements Loss {

    @Override
    public INDArray value(INDArray y, INDArray target) {
        Shapes.requireSame("y", y, "the observations y*", target);
        int size = Math.toIntExact(y.size(0));
        double[] losses = new double[size];
        Examples.subtract(y, target, (difference, example) -> losses[example] = of(difference));
        return Values.array(losses, DataType.DOUBLE, size);
    }

    @Override
    public INDArray gradient(INDArray y, INDArray target) {
        Shapes.requireSame("y", y, "the observations y*", target);
        return y.sub(target.castTo(y.dataType()));
    }

    /**
     * Computes the loss of one example.
     *
     * @param difference y - y*
     * @return half the sum of its squares
     */
    public static double of(double[] difference) {
        double sum = 0;
        for (double value : difference) {
            sum += value * value;
        }
        return 0.5 * sum;
    }

    @Override
    public Optional<DeviceCode> lossCode() {
        return Optional.of(
                new DeviceCode(DeviceCode.source(SquaredLoss.class, "squared-loss.cu"), Map.of(), Map.of(), Map.of()));
    }
}
