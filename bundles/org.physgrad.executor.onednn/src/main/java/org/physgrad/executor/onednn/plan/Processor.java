package org.physgrad.executor.onednn.plan;

import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;

/** The instructions that oneDNN uses on this processor. */
final class Processor {

    private Processor() {}

    /**
     * Tells whether it has a set of instructions.
     *
     * @param set one of oneDNN's {@code dnnl_cpu_isa} constants
     * @return whether all of them are there
     */
    static boolean has(int set) {
        return (dnnl_get_effective_cpu_isa() & set) == set;
    }
}
