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
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** A fully connected layer with bias and activation. DL4J stores its weights input by input, oneDNN output by output: the same bytes read differently. */
final class DenseCompiler implements VertexCompiler<DenseLayer, Tensor, PlanBuilder> {

    @Override
    public Field<Tensor> compile(DenseLayer layer, Vertex<Tensor> vertex, PlanBuilder plan) {
        vertex.require(!layer.hasLayerNorm(), "uses layer normalization");
        Tensor input = plan.join(vertex.input());
        long[] shape = input.shape();
        vertex.require(shape.length == 2, "expects vectors [features]");
        Tensor output = plan.sums(shape[0], layer.getNOut());
        long[] weightShape = {layer.getNOut(), layer.getNIn()};
        memory.desc any = new memory.desc(weightShape, input.type(), memory.format_tag.any);
        memory.desc anyGradient = new memory.desc(weightShape, memory.data_type.f32, memory.format_tag.any);
        memory.desc stored = new memory.desc(weightShape, memory.data_type.f32, memory.format_tag.oi);
        long weightOffset = vertex.offset(DefaultParamInitializer.WEIGHT_KEY);
        memory weights = plan.parameters().value(stored, weightOffset);
        memory.desc biasLayout = layer.hasBias() ? output.channelLayout() : new memory.desc();
        inner_product_forward.primitive_desc forward = new inner_product_forward.primitive_desc(
                plan.engine(), prop_kind.forward_training, input.layout(), any, biasLayout, output.layout());
        Map<Integer, memory> arguments = new HashMap<>(Map.of(
                DNNL_ARG_SRC, input.value(),
                DNNL_ARG_WEIGHTS, plan.in(weights, forward.weights_desc()),
                DNNL_ARG_DST, output.value()));
        if (layer.hasBias()) {
            arguments.put(
                    DNNL_ARG_BIAS,
                    plan.parameters().value(biasLayout, vertex.offset(DefaultParamInitializer.BIAS_KEY)));
        }
        plan.call(new inner_product_forward(forward), arguments);

        memory.desc derivatives = output.layout(input.type());
        plan.onBackward(output, given -> {
            memory gradient = plan.in(given, derivatives);
            plan.contribute(input, target -> {
                inner_product_backward_data.primitive_desc data = new inner_product_backward_data.primitive_desc(
                        plan.engine(), input.layout(), any, derivatives, forward);
                memory arranged = plan.in(weights, data.weights_desc());
                plan.call(
                        new inner_product_backward_data(data),
                        Map.of(DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_WEIGHTS, arranged, DNNL_ARG_DIFF_SRC, target));
            });
            inner_product_backward_weights.primitive_desc backward = new inner_product_backward_weights.primitive_desc(
                    plan.engine(), input.layout(), anyGradient, biasLayout, derivatives, forward);
            memory result = plan.array(backward.diff_weights_desc());
            Map<Integer, memory> arrays = new HashMap<>(
                    Map.of(DNNL_ARG_SRC, input.value(), DNNL_ARG_DIFF_DST, gradient, DNNL_ARG_DIFF_WEIGHTS, result));
            if (layer.hasBias()) {
                arrays.put(
                        DNNL_ARG_DIFF_BIAS,
                        plan.parameters().gradient(biasLayout, vertex.offset(DefaultParamInitializer.BIAS_KEY)));
            }
            plan.call(new inner_product_backward_weights(backward), arrays);
            plan.copy(result, plan.parameters().gradient(stored, weightOffset));
        });
        return Field.of(Activations.apply(layer.getActivationFn(), output, vertex, plan));
    }
}
