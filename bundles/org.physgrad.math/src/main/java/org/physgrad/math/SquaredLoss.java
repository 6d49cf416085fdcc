package org.physgrad.math;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Loss;

/** Half the squared distance, L = 1/2 sum (y - y*)^2 over the entries of one example (paper, section 2). */
public final class SquaredLoss implements Loss {

    @Override
    public INDArray value(INDArray y, INDArray target) {
        Shapes.requireSame("y", y, "the observations y*", target);
        int size = Math.toIntExact(y.size(0));
        Examples a = Examples.of(y);
        Examples b = Examples.of(target);
        double[] losses = new double[size];
        BatchLoop.forEach(size, () -> new double[2][a.entries()], (values, example) -> {
            a.read(example, values[0]);
            b.read(example, values[1]);
            double sum = 0;
            for (int i = 0; i < a.entries(); i++) {
                double difference = values[0][i] - values[1][i];
                sum += difference * difference;
            }
            losses[example] = 0.5 * sum;
        });
        return Values.array(losses, DataType.DOUBLE, size);
    }

    @Override
    public INDArray gradient(INDArray y, INDArray target) {
        Shapes.requireSame("y", y, "the observations y*", target);
        return y.sub(target.castTo(y.dataType()));
    }
}
