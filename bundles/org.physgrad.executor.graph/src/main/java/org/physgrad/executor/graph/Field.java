package org.physgrad.executor.graph;

import java.util.List;

/**
 * What a vertex of the graph hands on. Channels that a merge vertex puts side by side stay separate tensors, because a convolution of them is the sum of
 * the convolutions of the parts: nothing needs to be copied.
 *
 * @param <T> the plan's tensors
 * @param parts tensors of equal batch and grid, their channels in order
 */
public record Field<T extends Tensor>(List<T> parts) {

    /**
     * Wraps a single tensor.
     *
     * @param <T> the plan's tensors
     * @param tensor the tensor
     * @return the field
     */
    public static <T extends Tensor> Field<T> of(T tensor) {
        return new Field<>(List.of(tensor));
    }

    /**
     * Tells the shape of the parts together.
     *
     * @return {@code [batch, channels, nx, ny]} or {@code [batch, features]}
     */
    public long[] shape() {
        long[] shape = parts.get(0).shape();
        shape[1] = parts.stream().mapToLong(Tensor::channels).sum();
        return shape;
    }
}
