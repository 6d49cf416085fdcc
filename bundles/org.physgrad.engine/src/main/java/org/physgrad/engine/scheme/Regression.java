package org.physgrad.engine.scheme;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The L2 distance in the space of causes that supervised training and physical gradients share. */
final class Regression {

    private Regression() {}

    /** Gives the mean over the batch of 1/2 ||d||^2 for differences d, {@code [batch, ...]}. */
    static double loss(INDArray difference) {
        double norm = difference.norm2Number().doubleValue();
        return 0.5 * norm * norm / difference.size(0);
    }
}
