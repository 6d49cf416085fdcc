package org.physgrad.executor.onednn.plan;

import java.util.Optional;
import org.bytedeco.dnnl.memory;

/** An array between layers. */
public final class Tensor implements org.physgrad.executor.graph.Tensor {

    private final long[] shape;
    private final memory.desc layout;
    private final memory value;
    private final boolean differentiable;
    private Optional<memory> shift = Optional.empty();

    Tensor(long[] shape, memory.desc layout, memory value, boolean differentiable) {
        this.shape = shape;
        this.layout = layout;
        this.value = value;
        this.differentiable = differentiable;
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
