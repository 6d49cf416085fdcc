package org.physgrad.executor.cuda.plan;

import java.util.Arrays;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.graph.Tensor;

/** An array between layers, in C order. */
public final class CudaTensor implements Tensor {

    private final long[] shape;
    private final DeviceArray value;
    private final boolean differentiable;

    CudaTensor(long[] shape, DeviceArray value, boolean differentiable) {
        this.shape = shape.clone();
        this.value = value;
        this.differentiable = differentiable;
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /**
     * Tells an extent.
     *
     * @param axis 0 for the batch, 1 for channels or features, then the grid
     * @return the extent
     */
    public int size(int axis) {
        return (int) shape[axis];
    }

    /**
     * Tells the cells of one channel.
     *
     * @return their number, 1 for vectors
     */
    public int plane() {
        return (int) Arrays.stream(shape).skip(2).reduce(1, (a, b) -> a * b);
    }

    /**
     * Counts the numbers.
     *
     * @return their number in the whole batch
     */
    public int count() {
        return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /**
     * Gives the value.
     *
     * @return float32 numbers, filled in the forward pass
     */
    public DeviceArray value() {
        return value;
    }

    @Override
    public boolean differentiable() {
        return differentiable;
    }
}
