package org.physgrad.problem.sine;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Loss;
import org.physgrad.math.Shapes;

/** The height above the minimum, L = y - y* with y* = -1, so that its gradient is that of P itself (paper, section 3.1). */
final class HeightLoss implements Loss {

    @Override
    public INDArray value(INDArray y, INDArray target) {
        requireNumbers(y, target);
        return y.sub(target.castTo(y.dataType()));
    }

    @Override
    public INDArray gradient(INDArray y, INDArray target) {
        requireNumbers(y, target);
        return Nd4j.ones(DataType.DOUBLE, y.shape());
    }

    private static void requireNumbers(INDArray y, INDArray target) {
        int size = Shapes.requireBatch("y", y);
        Shapes.requireBatch("y*", target);
        Shapes.requireSize("y*", target, size);
    }
}
