package org.physgrad.paper;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Loss;
import org.physgrad.api.SecondDerivative;
import org.physgrad.api.Simulator;
import org.physgrad.api.Solution;
import org.physgrad.math.Values;

/** The toy problem of Figure 1: y = (x1, x2^2), L = |y - y*|^2, with y* = 0. */
final class ToyProblem {

    private ToyProblem() {}

    static InverseTask task() {
        return new InverseTask(new Squares(), new Distance(), row(0, 0), Context.EMPTY);
    }

    /** An array of one example, {@code [1, 2]}. */
    static INDArray row(double first, double second) {
        return Values.array(new double[] {first, second}, DataType.DOUBLE, 1, 2);
    }

    private static final class Squares implements Simulator {

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
            double[] at = Values.of(x);
            return row(at[0], at[1] * at[1]);
        }

        @Override
        public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
            double[] weight = Values.of(cotangent);
            return row(weight[0], 2 * Values.of(x)[1] * weight[1]);
        }

        @Override
        public Optional<SecondDerivative> secondDerivative() {
            return Optional.of((x, cotangent, context) ->
                    Values.array(new double[] {0, 0, 0, 2 * Values.of(cotangent)[1]}, DataType.DOUBLE, 1, 2, 2));
        }
    }

    /** The squared distance, without the usual half. */
    private static final class Distance implements Loss {

        @Override
        public INDArray value(INDArray y, INDArray target) {
            INDArray difference = y.sub(target);
            return difference.mul(difference).sum(1);
        }

        @Override
        public INDArray gradient(INDArray y, INDArray target) {
            return y.sub(target).mul(2);
        }
    }

    /** The physical gradient: goes a share of the way to y* in the space of effects, then inverts P on the branch of positive x2. */
    record Inverse(double share) implements InverseSolver {

        @Override
        public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
            double[] y = Values.of(y0.add(task.target().sub(y0).mul(share)));
            INDArray x = row(y[0], Math.sqrt(y[1]));
            double loss = y[0] * y[0] + y[1] * y[1];
            return new Solution(x, List.of(new Solution.Outcome(Solution.Status.STEPPED, loss, 0, "")));
        }
    }
}
