package org.physgrad.executor.onednn.layers;

import org.bytedeco.dnnl.memory;
import org.physgrad.executor.graph.Window;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/**
 * A convolution of a field of few channels, seen as one with kernels of a single row: for each row of the kernel there is a channel that holds the field moved by
 * that row. Kernels that pad the channels to a register's width then waste less: with one channel and three rows, a third of the work is left.
 */
final class RowsAsChannels {

    private static final long REGISTER = 8;

    private final Tensor field;
    private final long[] kernel;

    /** Tells whether the channels stay within a register, and the weights are not a part of larger ones. */
    static boolean fits(Window window, Tensor input, memory weights) {
        long rows = window.kernel()[0];
        memory.desc whole =
                new memory.desc(weights.get_desc().get_dims(), memory.data_type.f32, memory.format_tag.oihw);
        return window.isDense()
                && rows > 1
                && input.channels() * rows <= REGISTER
                && weights.get_desc().equals(whole);
    }

    /** Appends the calls that move the field. */
    RowsAsChannels(Window window, Tensor input, PlanBuilder plan) {
        kernel = window.kernel();
        long[] shape = input.shape();
        long places = window.output()[0];
        field = plan.input(shape[0], shape[1] * kernel[0], places, shape[3]);
        for (long channel = 0; channel < shape[1]; channel++) {
            for (long row = 0; row < kernel[0]; row++) {
                long shift = row - window.before()[0];
                long first = Math.max(0, -shift);
                long[] extent = {shape[0], 1, Math.min(places, shape[2] - shift) - first, shape[3]};
                plan.copy(
                        part(input, extent, channel, first + shift, plan),
                        part(field, extent, channel * kernel[0] + row, first, plan));
            }
        }
    }

    private static memory part(Tensor tensor, long[] extent, long channel, long firstRow, PlanBuilder plan) {
        return plan.view(tensor.value(), tensor.layout().submemory_desc(extent, new long[] {0, channel, firstRow, 0}));
    }

    /** The moved fields; beyond the edge they stay zero. */
    Tensor field() {
        return field;
    }

    long[] weightShape(Tensor output) {
        return new long[] {output.channels(), field.channels(), 1, kernel[1]};
    }

    /** How the weights of the convolution lie in memory: rows follow each other within a channel. */
    memory.desc weights(Tensor output) {
        return new memory.desc(weightShape(output), memory.data_type.f32, memory.format_tag.oihw);
    }
}
