package org.physgrad.engine.scheme;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.TrainingScheme;
import org.physgrad.math.Examples;
import org.physgrad.math.SquaredLoss;

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
        Examples gradient = Examples.create(x0.dataType(), x0.shape());
        double[] losses = new double[size];
        Examples.subtract(x0, x, (difference, example) -> {
            losses[example] = SquaredLoss.of(difference);
            gradient.write(example, difference);
        });
        double loss = Arrays.stream(losses).average().orElse(0);
        return new TrainingScheme.Result(gradient.array(), y0, loss, solverCalls);
    }
}
