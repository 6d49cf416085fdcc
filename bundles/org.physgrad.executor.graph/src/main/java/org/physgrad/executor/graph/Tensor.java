package org.physgrad.executor.graph;

/** An array between layers, wherever and however a plan keeps it. */
public interface Tensor {

    /**
     * Tells the shape.
     *
     * @return {@code [batch, channels, nx, ny]} or {@code [batch, features]}, the caller's own
     */
    long[] shape();

    /**
     * Tells the number of channels or features.
     *
     * @return extent of the second axis
     */
    default long channels() {
        return shape()[1];
    }

    /**
     * Tells whether anybody wants dL/dvalue.
     *
     * @return false for the network's input
     */
    boolean differentiable();
}
