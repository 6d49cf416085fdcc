package org.physgrad.executor.onednn.layers;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.graph.Window;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Maximum or average over a window. */
final class PoolingCompiler implements VertexCompiler<SubsamplingLayer, Tensor, PlanBuilder> {

    @Override
    public Field<Tensor> compile(SubsamplingLayer layer, Vertex<Tensor> vertex, PlanBuilder plan) {
        vertex.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        algorithm kind = kind(layer, vertex);
        Tensor input = plan.join(vertex.input());
        long[] shape = input.shape();
        Window window = Window.of(layer, shape, vertex);
        Tensor output = plan.tensor(shape[0], shape[1], window.output()[0], window.output()[1]);
        pooling_forward.primitive_desc forward = new pooling_forward.primitive_desc(
                plan.engine(),
                prop_kind.forward_training,
                kind,
                input.layout(),
                output.layout(),
                window.stride(),
                window.kernel(),
                window.gaps(),
                window.before(),
                window.after());
        pooling_backward.primitive_desc backward = new pooling_backward.primitive_desc(
                plan.engine(),
                kind,
                input.layout(),
                output.layout(),
                window.stride(),
                window.kernel(),
                window.gaps(),
                window.before(),
                window.after(),
                forward);
        // Which cell was the largest.
        Map<Integer, memory> choice = kind == algorithm.pooling_max
                ? Map.of(DNNL_ARG_WORKSPACE, plan.array(forward.workspace_desc()))
                : Map.of();
        Map<Integer, memory> arguments = new HashMap<>(choice);
        arguments.put(DNNL_ARG_SRC, input.value());
        arguments.put(DNNL_ARG_DST, output.value());
        plan.call(new pooling_forward(forward), arguments);

        pooling_backward differentiate = new pooling_backward(backward);
        plan.onBackward(
                output,
                gradient -> plan.contribute(input, target -> {
                    Map<Integer, memory> derivatives = new HashMap<>(choice);
                    derivatives.put(DNNL_ARG_DIFF_DST, gradient);
                    derivatives.put(DNNL_ARG_DIFF_SRC, target);
                    plan.call(differentiate, derivatives);
                }));
        return Field.of(output);
    }

    private static algorithm kind(SubsamplingLayer layer, Vertex<Tensor> vertex) {
        if (layer.getPoolingType() == PoolingType.MAX) {
            return algorithm.pooling_max;
        }
        vertex.require(layer.getPoolingType() == PoolingType.AVG, "pools by " + layer.getPoolingType());
        return layer.isAvgPoolIncludePadInDivisor()
                ? algorithm.pooling_avg_include_padding
                : algorithm.pooling_avg_exclude_padding;
    }
}
