package org.physgrad.engine.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Bounds the entries of a gradient (paper, section 3.1). Infinite entries become the bound, undefined ones (0/0) become 0: a flat place gives no
 * direction to go.
 */
final class GradientClip {

    private final double limit;

    /**
     * Makes a clip.
     *
     * @param limit largest magnitude of an entry; 0 for no limit
     */
    GradientClip(double limit) {
        this.limit = limit;
    }

    /** Bounds all entries of a gradient, {@code [batch, ...]}; the given array is not changed. */
    INDArray apply(INDArray gradient) {
        if (limit == 0) {
            return gradient;
        }
        double[] values = gradient.dup('c').data().asDouble();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? 0 : Math.max(-limit, Math.min(limit, values[i]));
        }
        return Nd4j.createFromArray(values).reshape(gradient.shape());
    }
}
