package org.physgrad.executor.graph;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** The kinds of DL4J's ReLU, which can have an upper limit, a threshold and a slope below zero. */
public final class Relus {

    private Relus() {}

    /**
     * Tells whether an activation is max(x, 0) and nothing more.
     *
     * @param activation the activation
     * @return whether it can be fused into the layer before it
     */
    public static boolean isPlain(IActivation activation) {
        return activation instanceof ActivationReLU relu && !isLimited(activation) && relu.getNegativeSlope() == null;
    }

    /**
     * Tells whether an activation is a ReLU with an upper limit or a threshold.
     *
     * @param activation the activation
     * @return whether it is more than a slope on each side of zero
     */
    public static boolean isLimited(IActivation activation) {
        return activation instanceof ActivationReLU relu && (relu.getMax() != null || relu.getThreshold() != null);
    }
}
