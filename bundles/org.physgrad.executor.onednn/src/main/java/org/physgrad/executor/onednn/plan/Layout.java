package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;

import java.util.stream.LongStream;
import org.bytedeco.dnnl.memory;

/** How the fields between layers lie in memory. One plan uses one layout, so that nothing is reordered between layers. */
public enum Layout {

    /** Channels last. Serves every processor and every number of channels. */
    CHANNELS_LAST(memory.format_tag.nhwc, memory.format_tag.nhwc),

    /** Blocks of 16 channels, one AVX-512 register, last. The few channels of an input stay plain: oneDNN has kernels for a first layer. */
    BLOCKS_OF_16(memory.format_tag.nChw16c, memory.format_tag.nchw);

    private static final int BLOCK = 16;
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
     * @return blocks where no hidden field would need padding and the processor has the registers
     */
    public static Layout choose(long inputChannels, LongStream hiddenChannels) {
        boolean blocks = (dnnl_get_effective_cpu_isa() & dnnl_cpu_isa_avx512_core) == dnnl_cpu_isa_avx512_core
                && inputChannels <= FIRST_LAYER_CHANNELS
                && hiddenChannels.allMatch(channels -> channels % BLOCK == 0);
        return blocks ? BLOCKS_OF_16 : CHANNELS_LAST;
    }

    memory.desc hidden(long... shape) {
        return describe(hidden, shape);
    }

    memory.desc input(long... shape) {
        return describe(input, shape);
    }

    /** The layout of arrays outside a plan: C order. */
    static memory.desc plain(long... shape) {
        return describe(memory.format_tag.nchw, shape);
    }

    private static memory.desc describe(memory.format_tag fields, long... shape) {
        return new memory.desc(shape, memory.data_type.f32, shape.length == 2 ? memory.format_tag.nc : fields);
    }
}
