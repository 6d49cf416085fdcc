package org.physgrad.executor.onednn.plan;

import org.bytedeco.dnnl.memory;

/**
 * How the fields of one plan are kept.
 *
 * @param layout how they lie in memory
 * @param precision what the numbers between layers are kept in
 * @param outputLayer name of the layer whose output is the network's
 */
public record Fields(Layout layout, Precision precision, String outputLayer) {

    /** What a layer adds products up into: the network's output loses nothing. */
    memory.data_type sums(String layer) {
        return layer.equals(outputLayer) ? memory.data_type.f32 : precision.type();
    }
}
