package org.physgrad.check;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.math.Shapes;

/** A function of a batch, each example by itself, that claims to know its adjoint product. */
public interface Differentiable {

    /**
     * Computes the function.
     *
     * @param x {@code [batch, ...]}; not changed
     * @return its value, {@code [batch, ...]}
     */
    INDArray value(INDArray x);

    /**
     * Computes the adjoint product at x.
     *
     * @param x {@code [batch, ...]}; not changed
     * @param cotangent shaped like the value; not changed
     * @return the product, shaped like x
     */
    INDArray adjoint(INDArray x, INDArray cotangent);

    /**
     * The physics of a problem, y = P(x).
     *
     * @param problem the problem
     * @param batch gives the context
     * @return a function of causes, {@code [batch, causeShape...]}
     */
    static Differentiable simulator(Problem problem, Batch batch) {
        return new Differentiable() {
            @Override
            public INDArray value(INDArray x) {
                return problem.simulator().simulate(x, batch.context());
            }

            @Override
            public INDArray adjoint(INDArray x, INDArray cotangent) {
                return problem.simulator().linearize(x, batch.context()).adjoint(cotangent);
            }
        };
    }

    /**
     * The loss of a problem, L(y, y*).
     *
     * @param problem the problem
     * @param batch gives the observations
     * @return a function of effects, {@code [batch, effectShape...]}
     */
    static Differentiable loss(Problem problem, Batch batch) {
        return new Differentiable() {
            @Override
            public INDArray value(INDArray y) {
                return problem.loss().value(y, batch.target());
            }

            @Override
            public INDArray adjoint(INDArray y, INDArray cotangent) {
                long[] oneEach = new long[y.rank()];
                Arrays.fill(oneEach, 1);
                oneEach[0] = y.size(0);
                INDArray gradient = problem.loss().gradient(y, batch.target());
                return gradient.mul(cotangent.castTo(gradient.dataType()).reshape(oneEach));
            }
        };
    }

    /**
     * The way from network output to causes.
     *
     * @param problem the problem
     * @param batch the batch that the output belongs to
     * @return a function of network outputs, {@code [batch, outputShape...]}
     */
    static Differentiable cause(Problem problem, Batch batch) {
        return new Differentiable() {
            @Override
            public INDArray value(INDArray output) {
                Shapes.requireBatch("the network output", output, problem.outputShape());
                return problem.cause(output, batch);
            }

            @Override
            public INDArray adjoint(INDArray output, INDArray cotangent) {
                return problem.causeAdjoint(cotangent, batch);
            }
        };
    }
}
