package org.physgrad.testkit;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.Loss;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Reduction;
import org.physgrad.api.Simulator;
import org.physgrad.math.FieldMetrics;
import org.physgrad.math.Shapes;
import org.physgrad.math.SquaredLoss;
import org.physgrad.math.Values;

/** A small linear problem to test solvers on: find the signal x, {@code [batch, n]}, whose smoothed form y_i = (x_(i-1) + 2 x_i + x_(i+1)) / 4 on a ring was seen. */
public final class SmoothingProblem implements Problem {

    private final int cells;
    private final Simulator simulator = new Smoothing();
    private final Loss loss = new SquaredLoss();

    /**
     * Makes the problem.
     *
     * @param cells length n of the signal, at least 3
     * @throws IllegalArgumentException if it is shorter
     */
    public SmoothingProblem(int cells) {
        if (cells < 3) {
            throw new IllegalArgumentException("cells is " + cells + ", expected at least 3");
        }
        this.cells = cells;
    }

    /** Symmetric, hence its own adjoint. */
    private final class Smoothing implements Simulator {

        @Override
        public long[] causeShape() {
            return new long[] {cells};
        }

        @Override
        public long[] effectShape() {
            return causeShape();
        }

        @Override
        public INDArray simulate(INDArray x, Context context) {
            int size = Shapes.requireBatch("x", x, causeShape());
            double[] in = Values.of(x);
            double[] out = new double[in.length];
            for (int example = 0; example < size; example++) {
                int offset = example * cells;
                for (int i = 0; i < cells; i++) {
                    out[offset + i] = 0.25 * in[offset + (i + cells - 1) % cells]
                            + 0.5 * in[offset + i]
                            + 0.25 * in[offset + (i + 1) % cells];
                }
            }
            return Values.array(out, DataType.DOUBLE, x.shape());
        }

        @Override
        public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
            Shapes.requireSame("the cotangent", cotangent, "x", x);
            return simulate(cotangent, context);
        }
    }

    @Override
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public Loss loss() {
        return loss;
    }

    @Override
    public Reduction reduction() {
        return Reduction.SUM;
    }

    @Override
    public Batch sample(int size, RandomStreams random) {
        double[] signals = new double[size * cells];
        for (int example = 0; example < size; example++) {
            RandomGenerator numbers = random.stream("signal", example);
            for (int i = 0; i < cells; i++) {
                signals[example * cells + i] = numbers.nextGaussian();
            }
        }
        INDArray x = Values.array(signals, DataType.DOUBLE, size, cells);
        return new Batch(simulator.simulate(x, Context.EMPTY), Context.EMPTY, Optional.of(x));
    }

    @Override
    public long[] inputShape() {
        return simulator.effectShape();
    }

    @Override
    public long[] outputShape() {
        return simulator.causeShape();
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
        return FieldMetrics.NAMES;
    }

    @Override
    public double[] metrics(Batch batch, INDArray x, INDArray y) {
        return FieldMetrics.measure(batch, x, y);
    }
}
