package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.physgrad.executor.graph.Window;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/**
 * The forward pass of a dense convolution as the adjoint of the convolution with mirrored kernels. The sums are the same, but with few output channels oneDNN's
 * AVX2 kernel of the adjoint keeps the processor busier: it reaches 91 GFLOP/s with 16 channels, where the forward kernel, which has only three
 * places per block of channels under way at a time, reaches 74.
 */
final class MirroredConvolution {

    /** Blocks of output channels from which on the forward kernel has enough to do. */
    private static final long BLOCKS = 4;

    private static final long AVX2_REGISTER = 8;

    private MirroredConvolution() {}

    /** Tells whether the kernels fit and are the faster ones. */
    static boolean pays(Window window, Tensor input, Tensor output, PlanBuilder plan) {
        return input.type() == memory.data_type.f32
                && window.isDense()
                && input.differentiable()
                && plan.channelsInARow(output) == AVX2_REGISTER
                && output.channels() < BLOCKS * AVX2_REGISTER;
    }

    static void compile(Window window, Tensor input, Tensor output, memory weights, PlanBuilder plan) {
        Window mirrored = window.mirrored(input.shape());
        long[] shape = {input.channels(), output.channels(), window.kernel()[0], window.kernel()[1]};
        memory.desc any = new memory.desc(shape, memory.data_type.f32, memory.format_tag.any);
        convolution_forward.primitive_desc hint = new convolution_forward.primitive_desc(
                plan.engine(),
                prop_kind.forward_training,
                algorithm.convolution_direct,
                output.layout(),
                any,
                input.layout(),
                mirrored.stride(),
                mirrored.gaps(),
                mirrored.before(),
                mirrored.after());
        convolution_backward_data.primitive_desc adjoint = new convolution_backward_data.primitive_desc(
                plan.engine(),
                algorithm.convolution_direct,
                output.layout(),
                any,
                input.layout(),
                mirrored.stride(),
                mirrored.gaps(),
                mirrored.before(),
                mirrored.after(),
                hint);
        memory kernels = plan.in(mirror(shape, weights, plan), adjoint.weights_desc());
        plan.call(
                new convolution_backward_data(adjoint),
                Map.of(
                        DNNL_ARG_DIFF_DST, input.value(),
                        DNNL_ARG_WEIGHTS, kernels,
                        DNNL_ARG_DIFF_SRC, output.value()));
    }

    /** Turns each kernel by half a turn, as a product with a permutation, and calls inputs outputs. */
    private static memory mirror(long[] shape, memory weights, PlanBuilder plan) {
        int taps = Math.toIntExact(shape[2] * shape[3]);
        memory.desc rows = matrix(shape[0] * shape[1], taps);
        memory straight = plan.in(
                weights,
                new memory.desc(
                        new long[] {shape[1], shape[0], shape[2], shape[3]},
                        memory.data_type.f32,
                        memory.format_tag.oihw));
        memory turned = plan.array(rows);
        float[] reversal = new float[taps * taps];
        for (int tap = 0; tap < taps; tap++) {
            reversal[tap * taps + taps - 1 - tap] = 1;
        }
        memory permutation = plan.constant(matrix(taps, taps), reversal);
        plan.multiply(plan.view(straight, rows), permutation, turned);
        return plan.view(turned, new memory.desc(shape, memory.data_type.f32, memory.format_tag.iohw));
    }

    private static memory.desc matrix(long rows, long columns) {
        return new memory.desc(new long[] {rows, columns}, memory.data_type.f32, memory.format_tag.ab);
    }
}
