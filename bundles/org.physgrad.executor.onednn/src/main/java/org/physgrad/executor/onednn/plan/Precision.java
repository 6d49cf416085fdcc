package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_bf16;

import java.util.Optional;
import org.bytedeco.dnnl.memory;

/**
 * What the numbers between layers are kept in. Parameters, their gradients, statistics of normalizations and the output of the network are float32 in any case, and so
 * are all sums while they are formed.
 */
public enum Precision {

    /** 24 significant bits. */
    FLOAT32(memory.data_type.f32, 0x1p-24) {
        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }
    },

    /** 8 significant bits, with the range of float32: gradients need no scaling. */
    BFLOAT16(memory.data_type.bf16, 0x1p-9) {
        @Override
        public Optional<String> missing() {
            return Processor.has(dnnl_cpu_isa_avx512_core_bf16)
                    ? Optional.empty()
                    : Optional.of("this processor has no bfloat16 instructions (AVX512_BF16)");
        }
    };

    private final memory.data_type type;
    private final double unitRoundoff;

    Precision(memory.data_type type, double unitRoundoff) {
        this.type = type;
        this.unitRoundoff = unitRoundoff;
    }

    /**
     * Says why this machine cannot compute with such numbers at speed.
     *
     * @return a clause that can follow "because"; empty if it can
     */
    public abstract Optional<String> missing();

    /**
     * Tells the largest relative error of rounding a number.
     *
     * @return half the distance from 1 to the next number
     */
    public double unitRoundoff() {
        return unitRoundoff;
    }

    memory.data_type type() {
        return type;
    }
}
