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
        double[] a = Values.of(y);
        double[] b = Values.of(target);
        int entries = a.length / size;
        double[] losses = new double[size];
        BatchLoop.forEach(size, example -> {
            double sum = 0;
            for (int i = example * entries; i < (example + 1) * entries; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
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
