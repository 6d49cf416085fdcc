package org.physgrad.solvers;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Context;
import org.physgrad.api.SecondDerivative;
import org.physgrad.api.Simulator;

/** P(x) = A x with an invertible A: with a squared loss the inverse problem is convex and its minimum is the only x with P(x) = y*. */
record LinearPhysics(INDArray matrix) implements Simulator {

    @Override
    public long[] causeShape() {
        return new long[] {matrix.columns()};
    }

    @Override
    public long[] effectShape() {
        return new long[] {matrix.rows()};
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        return x.mmul(matrix.transpose());
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        return cotangent.mmul(matrix);
    }

    /** A linear P has no curvature of its own. */
    @Override
    public Optional<SecondDerivative> secondDerivative() {
        return Optional.of(
                (x, cotangent, context) -> Nd4j.zeros(x.dataType(), x.size(0), matrix.columns(), matrix.columns()));
    }
}
