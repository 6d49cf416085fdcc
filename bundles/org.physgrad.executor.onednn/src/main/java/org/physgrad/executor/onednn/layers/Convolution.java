package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.physgrad.executor.graph.Window;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** One convolution of one tensor: forward, and backward to data, weights and bias. */
final class Convolution {

    private final Window window;
    private final Tensor input;
    private final Tensor output;
    private final memory.desc anyWeights;
    private final memory.desc anyWeightGradient;
    private final primitive_attr attributes = new primitive_attr();
    private memory weights;
    private memory weightGradient;
    private memory bias;
    private memory biasGradient;

    Convolution(Window window, Tensor input, Tensor output, long[] weightShape) {
        this.window = window;
        this.input = input;
        this.output = output;
        this.anyWeights = new memory.desc(weightShape, input.type(), memory.format_tag.any);
        this.anyWeightGradient = new memory.desc(weightShape, memory.data_type.f32, memory.format_tag.any);
    }

    void bindWeights(memory.desc share, long offset, PlanBuilder plan) {
        weights = plan.parameters().value(share, offset);
        weightGradient = plan.parameters().gradient(share, offset);
    }

    void bindBias(long offset, PlanBuilder plan) {
        memory.desc layout = output.channelLayout();
        bias = plan.parameters().value(layout, offset);
        biasGradient = plan.parameters().gradient(layout, offset);
    }

    /** Adds to what the output already holds instead of overwriting it. */
    void accumulate() {
        post_ops sum = new post_ops();
        sum.append_sum();
        attributes.set_post_ops(sum);
    }

    void compile(PlanBuilder plan) {
        convolution_forward.primitive_desc forward = forward(attributes, plan);
        Map<Integer, memory> arguments = new HashMap<>(Map.of(
                DNNL_ARG_SRC, input.value(),
                DNNL_ARG_WEIGHTS, plan.in(weights, forward.weights_desc()),
                DNNL_ARG_DST, output.value()));
        if (bias != null) {
            arguments.put(DNNL_ARG_BIAS, bias);
        }
        plan.call(new convolution_forward(forward), arguments);
    }

    /** The same by {@link MirroredConvolution}, which has no bias. */
    void compileMirrored(PlanBuilder plan) {
        MirroredConvolution.compile(window, input, output, weights, plan);
    }

    /**
     * Appends the backward pass.
     *
     * @param gradient dL/doutput, its numbers of the input's type
     * @param plan the plan
     */
    void differentiate(memory gradient, PlanBuilder plan) {
        // The description of the forward pass that is only a hint must not carry the sum.
        convolution_forward.primitive_desc hint = forward(new primitive_attr(), plan);
        plan.contribute(input, target -> differentiateData(gradient, target, hint, plan));
        convolution_backward_weights.primitive_desc backward = backwardWeights(hint, plan);
        if (backward.src_desc().equals(input.layout()) || !RowsAsChannels.fits(window, input, weights)) {
            differentiateWeights(gradient, backward, plan);
        } else {
            RowsAsChannels rows = new RowsAsChannels(window, input, plan);
            Convolution flat = new Convolution(window.ofOneRow(), rows.field(), output, rows.weightShape(output));
            flat.weightGradient = plan.view(weightGradient, rows.weights(output));
            flat.bias = bias;
            flat.biasGradient = biasGradient;
            flat.differentiateWeights(
                    gradient, flat.backwardWeights(flat.forward(new primitive_attr(), plan), plan), plan);
        }
    }

    private convolution_forward.primitive_desc forward(primitive_attr settings, PlanBuilder plan) {
        return new convolution_forward.primitive_desc(
                plan.engine(),
                prop_kind.forward_training,
                algorithm.convolution_direct,
                input.layout(),
                anyWeights,
                biasLayout(),
                output.layout(),
                window.stride(),
                window.gaps(),
                window.before(),
                window.after(),
                settings,
                false);
    }

    /** An empty description stands for no bias. */
    private memory.desc biasLayout() {
        return bias == null ? new memory.desc() : bias.get_desc();
    }

    private void differentiateData(
            memory gradient, memory target, convolution_forward.primitive_desc hint, PlanBuilder plan) {
        convolution_backward_data.primitive_desc backward = new convolution_backward_data.primitive_desc(
                plan.engine(),
                algorithm.convolution_direct,
                input.layout(),
                anyWeights,
                output.layout(input.type()),
                window.stride(),
                window.gaps(),
                window.before(),
                window.after(),
                hint);
        plan.call(
                new convolution_backward_data(backward),
                Map.of(
                        DNNL_ARG_DIFF_DST,
                        gradient,
                        DNNL_ARG_WEIGHTS,
                        plan.in(weights, backward.weights_desc()),
                        DNNL_ARG_DIFF_SRC,
                        target));
    }

    private convolution_backward_weights.primitive_desc backwardWeights(
            convolution_forward.primitive_desc hint, PlanBuilder plan) {
        return new convolution_backward_weights.primitive_desc(
                plan.engine(),
                algorithm.convolution_direct,
                sourceForWeights(),
                anyWeightGradient,
                biasLayout(),
                output.layout(input.type()),
                window.stride(),
                window.gaps(),
                window.before(),
                window.after(),
                hint);
    }

    private void differentiateWeights(
            memory gradient, convolution_backward_weights.primitive_desc backward, PlanBuilder plan) {
        memory source = plan.in(input.value(), backward.src_desc());
        memory result = plan.array(backward.diff_weights_desc());
        Map<Integer, memory> arguments =
                new HashMap<>(Map.of(DNNL_ARG_SRC, source, DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_WEIGHTS, result));
        if (bias != null) {
            arguments.put(DNNL_ARG_DIFF_BIAS, biasGradient);
        }
        plan.call(new convolution_backward_weights(backward), arguments);
        plan.copy(result, weightGradient);
    }

    /** The few channels of the network's input may lie as a fast kernel wants them: with AVX2 that is not how the forward pass does. */
    private memory.desc sourceForWeights() {
        return input.differentiable()
                ? input.layout()
                : new memory.desc(input.shape(), input.type(), memory.format_tag.any);
    }
}
