package org.physgrad.api;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One mini-batch of a problem.
 *
 * @param target the observations y*, {@code [batch, effect shape...]}
 * @param context what else the simulator needs
 * @param cause the true causes x*, {@code [batch, cause shape...]}; empty where nobody knows them, as for the sine problem and for
 *     measured data
 */
public record Batch(INDArray target, Context context, Optional<INDArray> cause) {

    /**
     * Counts the examples.
     *
     * @return the batch size
     */
    public int size() {
        return Math.toIntExact(target.size(0));
    }
}
