package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.RunningStatistics;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/**
 * Normalization by the statistics of the batch, outside of training by their running averages, with the ReLU behind it fused in where there is one.
 */
final class BatchNormalizationCompiler implements VertexCompiler<BatchNormalization, Tensor, PlanBuilder> {

    @Override
    public Field<Tensor> compile(BatchNormalization layer, Vertex<Tensor> vertex, PlanBuilder plan) {
        vertex.require(layer.getCnn2DFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        vertex.require(!layer.isLockGammaBeta(), "has fixed gamma and beta");
        Tensor input = plan.join(vertex.input());
        Tensor output = plan.tensor(input.shape());
        int flags = normalization_flags.use_scale.value
                | normalization_flags.use_shift.value
                | (vertex.feedsRelu() ? normalization_flags.fuse_norm_relu.value : 0);
        if (plan.isForTraining()) {
            train(layer, vertex, input, output, flags, plan);
        } else {
            apply(layer, vertex, input, output, flags, plan);
        }
        return Field.of(output);
    }

    private static void train(
            BatchNormalization layer, Vertex<Tensor> vertex, Tensor input, Tensor output, int flags, PlanBuilder plan) {
        float epsilon = (float) layer.getEps();
        batch_normalization_forward.primitive_desc forward = new batch_normalization_forward.primitive_desc(
                plan.engine(), prop_kind.forward_training.value, input.layout(), output.layout(), epsilon, flags);
        batch_normalization_backward.primitive_desc backward = new batch_normalization_backward.primitive_desc(
                plan.engine(),
                prop_kind.backward.value,
                input.layout(),
                output.layout(),
                input.layout(),
                epsilon,
                flags,
                forward);

        memory.desc channels = input.channelLayout();
        memory mean = plan.array(channels);
        memory variance = plan.array(channels);
        long gamma = vertex.offset(BatchNormalizationParamInitializer.GAMMA);
        long beta = vertex.offset(BatchNormalizationParamInitializer.BETA);
        Map<Integer, memory> shared = new HashMap<>(Map.of(
                DNNL_ARG_SRC,
                input.value(),
                DNNL_ARG_MEAN,
                mean,
                DNNL_ARG_VARIANCE,
                variance,
                DNNL_ARG_SCALE,
                plan.parameters().value(channels, gamma)));
        if (vertex.feedsRelu()) {
            shared.put(DNNL_ARG_WORKSPACE, plan.array(forward.workspace_desc()));
        }
        Map<Integer, memory> arguments = new HashMap<>(shared);
        arguments.put(DNNL_ARG_SHIFT, plan.parameters().value(channels, beta));
        arguments.put(DNNL_ARG_DST, output.value());
        plan.call(new batch_normalization_forward(forward), arguments);
        plan.track(input, mean, variance, RunningStatistics.of(layer, vertex));

        batch_normalization_backward differentiate = new batch_normalization_backward(backward);
        plan.onBackward(
                output,
                gradient -> plan.contribute(input, target -> {
                    Map<Integer, memory> derivatives = new HashMap<>(shared);
                    derivatives.put(DNNL_ARG_DIFF_DST, gradient);
                    derivatives.put(DNNL_ARG_DIFF_SRC, target);
                    derivatives.put(DNNL_ARG_DIFF_SCALE, plan.parameters().gradient(channels, gamma));
                    derivatives.put(DNNL_ARG_DIFF_SHIFT, plan.parameters().gradient(channels, beta));
                    plan.call(differentiate, derivatives);
                }));
    }

    private static void apply(
            BatchNormalization layer, Vertex<Tensor> vertex, Tensor input, Tensor output, int flags, PlanBuilder plan) {
        batch_normalization_forward.primitive_desc forward = new batch_normalization_forward.primitive_desc(
                plan.engine(),
                prop_kind.forward_inference.value,
                input.layout(),
                output.layout(),
                (float) layer.getEps(),
                flags | normalization_flags.use_global_stats.value);
        RunningStatistics running = RunningStatistics.of(layer, vertex);
        memory.desc channels = input.channelLayout();
        plan.call(
                new batch_normalization_forward(forward),
                Map.of(
                        DNNL_ARG_SRC,
                        input.value(),
                        DNNL_ARG_MEAN,
                        plan.parameters().value(channels, running.mean()),
                        DNNL_ARG_VARIANCE,
                        plan.runningVariance(channels, running),
                        DNNL_ARG_SCALE,
                        plan.parameters().value(channels, vertex.offset(BatchNormalizationParamInitializer.GAMMA)),
                        DNNL_ARG_SHIFT,
                        plan.parameters().value(channels, vertex.offset(BatchNormalizationParamInitializer.BETA)),
                        DNNL_ARG_DST,
                        output.value()));
    }
}
