package org.physgrad.check;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/** Causes to check a problem at. */
public final class TestPoints {

    private TestPoints() {}

    /**
     * Makes causes of a plausible size: half of the true ones where they are known, else what a random network output means.
     *
     * @param problem the problem
     * @param batch a batch of it
     * @param random where random outputs come from
     * @return causes, {@code [batch, causeShape...]}, away from the true ones
     */
    public static INDArray causes(Problem problem, Batch batch, RandomStreams random) {
        return batch.cause()
                .map(cause -> cause.mul(0.5))
                .orElseGet(() -> problem.cause(outputs(problem, batch, random), batch));
    }

    /**
     * Makes network outputs of normally distributed numbers.
     *
     * @param problem the problem
     * @param batch a batch of it
     * @param random where the numbers come from
     * @return outputs, {@code [batch, outputShape...]}, float32
     */
    public static INDArray outputs(Problem problem, Batch batch, RandomStreams random) {
        int entries = Shapes.entries(problem.outputShape());
        double[] values = new double[batch.size() * entries];
        for (int example = 0; example < batch.size(); example++) {
            RandomGenerator numbers = random.stream("network output", example);
            for (int i = example * entries; i < (example + 1) * entries; i++) {
                values[i] = numbers.nextGaussian();
            }
        }
        return Values.array(values, DataType.FLOAT, Shapes.withBatch(batch.size(), problem.outputShape()));
    }

    /** Makes arrays {@code [size, shape...]} of normally distributed numbers, float32. */
    static INDArray gaussian(RandomStreams random, String purpose, int size, long... shape) {
        double[] values = new double[size * Shapes.entries(shape)];
        RandomGenerator numbers = random.stream(purpose);
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.nextGaussian();
        }
        return Values.array(values, DataType.FLOAT, Shapes.withBatch(size, shape));
    }

    /** Makes a copy of a batch whose first example is not a number. */
    static INDArray spoilFirst(INDArray batch) {
        double[] values = Values.of(batch);
        Arrays.fill(values, 0, values.length / Math.toIntExact(batch.size(0)), Double.NaN);
        return Values.array(values, batch.dataType(), batch.shape());
    }
}
