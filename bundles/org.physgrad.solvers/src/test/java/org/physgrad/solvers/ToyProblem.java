package org.physgrad.solvers;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.Loss;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Reduction;
import org.physgrad.api.SecondDerivative;
import org.physgrad.api.Simulator;
import org.physgrad.math.Values;

/** The problem of the paper's figure 1: y = (x1, x2^2) and L = |y - y*|^2, without the usual 1/2. */
final class ToyProblem implements Problem, Simulator, Loss {

    private final boolean twice;

    /**
     * Makes the problem.
     *
     * @param twice whether second derivatives are offered
     */
    ToyProblem(boolean twice) {
        this.twice = twice;
    }

    @Override
    public long[] causeShape() {
        return new long[] {2};
    }

    @Override
    public long[] effectShape() {
        return new long[] {2};
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        double[] v = Values.of(x);
        for (int i = 1; i < v.length; i += 2) {
            v[i] *= v[i];
        }
        return Values.array(v, DataType.DOUBLE, x.shape());
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        double[] v = Values.of(x);
        double[] w = Values.of(cotangent);
        for (int i = 1; i < v.length; i += 2) {
            w[i] *= 2 * v[i];
        }
        return Values.array(w, DataType.DOUBLE, x.shape());
    }

    @Override
    public Optional<SecondDerivative> secondDerivative() {
        return twice ? Optional.of(ToyProblem::second) : Optional.empty();
    }

    private static INDArray second(INDArray x, INDArray cotangent, Context context) {
        INDArray result = Nd4j.zeros(DataType.DOUBLE, x.size(0), 2, 2);
        for (int example = 0; example < x.size(0); example++) {
            result.putScalar(example, 1, 1, 2 * cotangent.getDouble(example, 1));
        }
        return result;
    }

    @Override
    public INDArray value(INDArray y, INDArray target) {
        return y.sub(target).norm2(1).mul(y.sub(target).norm2(1));
    }

    @Override
    public INDArray gradient(INDArray y, INDArray target) {
        return y.sub(target).mul(2);
    }

    @Override
    public Simulator simulator() {
        return this;
    }

    @Override
    public Loss loss() {
        return this;
    }

    @Override
    public Reduction reduction() {
        return Reduction.SUM;
    }

    @Override
    public Batch sample(int size, RandomStreams random) {
        return new Batch(Nd4j.zeros(DataType.DOUBLE, size, 2), Context.EMPTY, Optional.empty());
    }

    @Override
    public long[] inputShape() {
        return new long[] {2};
    }

    @Override
    public long[] outputShape() {
        return new long[] {2};
    }

    @Override
    public INDArray input(Batch batch) {
        return batch.target().castTo(DataType.FLOAT);
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        return output.castTo(DataType.DOUBLE);
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        return cotangent.castTo(DataType.FLOAT);
    }

    @Override
    public List<String> metricNames() {
        return List.of();
    }

    @Override
    public double[] metrics(Batch batch, INDArray x, INDArray y) {
        return new double[0];
    }
}
