package org.physgrad.executor.onednn.plan;

import java.util.Optional;
import org.bytedeco.dnnl.memory;

/** An array between layers. */
public final class Tensor implements org.physgrad.executor.graph.Tensor {

    private final long[] shape;
    private final memory.format_tag order;
    private final memory.data_type type;
    private final memory.desc layout;
    private final memory value;
    private final boolean differentiable;
    private Optional<memory> shift = Optional.empty();

    /** Makes an array of zeros that belongs to a device. */
    Tensor(Device device, memory.format_tag order, memory.data_type type, boolean differentiable, long... shape) {
        this.shape = shape.clone();
        this.order = order;
        this.type = type;
        this.layout = device.own(layout(type));
        this.value = device.array(layout);
        this.differentiable = differentiable;
    }

    /** Makes an array of zeros of the same shape, in the same layout, as wanted or not. */
    Tensor another(Device device) {
        return new Tensor(device, order, type, differentiable, shape);
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    /**
     * Tells the layout.
     *
     * @return oneDNN's description
     */
    public memory.desc layout() {
        return layout;
    }

    /**
     * Describes an array of the same shape and order, of other numbers.
     *
     * @param numbers what they are kept in
     * @return oneDNN's description
     */
    public memory.desc layout(memory.data_type numbers) {
        return new memory.desc(shape, numbers, order);
    }

    /**
     * Tells what the numbers are kept in.
     *
     * @return oneDNN's type
     */
    public memory.data_type type() {
        return type;
    }

    /**
     * Describes an array of one number per channel.
     *
     * @return oneDNN's description
     */
    public memory.desc channelLayout() {
        return new memory.desc(new long[] {channels()}, memory.data_type.f32, memory.format_tag.x);
    }

    /**
     * Gives the value.
     *
     * @return the array, filled in the forward pass
     */
    public memory value() {
        return value;
    }

    @Override
    public boolean differentiable() {
        return differentiable;
    }

    /**
     * Tells what the value lacks. A normalization takes out the mean of its input, and with it what a convolution would have added everywhere: only the
     * running mean has to know of it.
     *
     * @return one number per channel to add, empty if the value is complete
     */
    Optional<memory> shift() {
        return shift;
    }

    /**
     * Leaves something out of the value.
     *
     * @param perChannel what to add to each channel
     */
    public void lacks(memory perChannel) {
        shift = Optional.of(perChannel);
    }
}
