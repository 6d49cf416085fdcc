package org.physgrad.engine.scheme;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.TrainingScheme;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Examples;

/** The L2 distance in the space of causes that supervised training and physical gradients share: L = 1/2 ||x0 - x||^2, where x is held fixed. */
final class Regression {

    private Regression() {}

    /**
     * Leads predictions towards better causes: dL/dx0 = x0 - x, and as loss the mean of L over the batch.
     *
     * @param x better causes, {@code [batch, causeShape...]}
     * @param x0 predicted causes of the same shape
     * @param y0 effects of the predicted causes
     * @param solverCalls calls of an inverse solver that x has cost
     * @return gradient and loss
     * @throws IllegalArgumentException if the shapes differ; the message names both
     */
    static TrainingScheme.Result towards(INDArray x, INDArray x0, INDArray y0, int solverCalls) {
        if (!Arrays.equals(x.shape(), x0.shape())) {
            throw new IllegalArgumentException("the better causes have the shape " + Arrays.toString(x.shape())
                    + ", expected that of the predicted ones, " + Arrays.toString(x0.shape()));
        }
        int size = Math.toIntExact(x0.size(0));
        Examples predicted = Examples.of(x0);
        Examples better = Examples.of(x);
        Examples gradient = Examples.create(x0.dataType(), x0.shape());
        double[] losses = new double[size];
        BatchLoop.forEach(size, () -> new double[2][predicted.entries()], (values, example) -> {
            predicted.read(example, values[0]);
            better.read(example, values[1]);
            losses[example] = subtract(values[0], values[1]);
            gradient.write(example, values[0]);
        });
        double loss = Arrays.stream(losses).average().orElse(0);
        return new TrainingScheme.Result(gradient.array(), y0, loss, solverCalls);
    }

    /** Replaces the first values by the difference, and returns half the sum of its squares. */
    private static double subtract(double[] values, double[] subtracted) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= subtracted[i];
            squares += values[i] * values[i];
        }
        return 0.5 * squares;
    }
}
