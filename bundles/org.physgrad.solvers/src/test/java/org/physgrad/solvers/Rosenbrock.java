package org.physgrad.solvers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.Simulator;
import org.physgrad.math.Values;

/**
 * Rosenbrock's valley as physics: y = (x1, 10 (x2 - x1^2)), so that half the squared distance to (1, 0) is half of his function. Without the curve,
 * the identity in four dimensions.
 */
final class Rosenbrock implements Simulator {

    private final boolean curved;

    Rosenbrock(boolean curved) {
        this.curved = curved;
    }

    @Override
    public long[] causeShape() {
        return new long[] {curved ? 2 : 4};
    }

    @Override
    public long[] effectShape() {
        return causeShape();
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        double[] v = Values.of(x);
        for (int i = 0; curved && i < v.length; i += 2) {
            v[i + 1] = 10 * (v[i + 1] - v[i] * v[i]);
        }
        return Values.array(v, DataType.DOUBLE, x.shape());
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        double[] v = Values.of(x);
        double[] w = Values.of(cotangent);
        for (int i = 0; curved && i < v.length; i += 2) {
            w[i] -= 20 * v[i] * w[i + 1];
            w[i + 1] *= 10;
        }
        return Values.array(w, DataType.DOUBLE, x.shape());
    }
}
