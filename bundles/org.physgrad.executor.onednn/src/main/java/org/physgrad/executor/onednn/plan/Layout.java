package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;

import java.util.stream.LongStream;
import org.bytedeco.dnnl.memory;

/** How the fields between layers lie in memory. One plan uses one layout, so that nothing is reordered between layers. */
public enum Layout {

    /** Channels last. Serves every processor and every number of channels. */
    CHANNELS_LAST(memory.format_tag.nhwc, memory.format_tag.nhwc),

    /** Blocks of 16 channels, one AVX-512 register, last. The few channels of an input stay plain: oneDNN has kernels for a first layer. */
    BLOCKS_OF_16(memory.format_tag.nChw16c, memory.format_tag.nchw),

    /** The same for the registers of AVX2. */
    BLOCKS_OF_8(memory.format_tag.nChw8c, memory.format_tag.nchw);

    private static final int FIRST_LAYER_CHANNELS = 3;

    private final memory.format_tag hidden;
    private final memory.format_tag input;

    Layout(memory.format_tag hidden, memory.format_tag input) {
        this.hidden = hidden;
        this.input = input;
    }

    /**
     * Picks the fastest layout.
     *
     * @param inputChannels channels of the network's input
     * @param hiddenChannels channels of all hidden fields
     * @return blocks as wide as the processor's registers where no hidden field would need padding
     */
    public static Layout choose(long inputChannels, LongStream hiddenChannels) {
        Layout blocks = ofProcessor();
        long width = blocks.channelsInARow(1);
        return inputChannels <= FIRST_LAYER_CHANNELS && hiddenChannels.allMatch(channels -> channels % width == 0)
                ? blocks
                : CHANNELS_LAST;
    }

    private static Layout ofProcessor() {
        if (Processor.has(dnnl_cpu_isa_avx512_core)) {
            return BLOCKS_OF_16;
        }
        return Processor.has(dnnl_cpu_isa_avx2) ? BLOCKS_OF_8 : CHANNELS_LAST;
    }

    /** Tells how many channels of one cell of a hidden field lie next to each other. */
    long channelsInARow(long channels) {
        return switch (this) {
            case CHANNELS_LAST -> channels;
            case BLOCKS_OF_16 -> 16;
            case BLOCKS_OF_8 -> 8;
        };
    }

    memory.format_tag hidden(long... shape) {
        return shape.length == 2 ? memory.format_tag.nc : hidden;
    }

    memory.format_tag input(long... shape) {
        return shape.length == 2 ? memory.format_tag.nc : input;
    }

    /** The layout of arrays outside a plan: C order, in float32. */
    static memory.desc plain(long... shape) {
        return new memory.desc(
                shape, memory.data_type.f32, shape.length == 2 ? memory.format_tag.nc : memory.format_tag.nchw);
    }
}
