package org.physgrad.executor.onednn.layers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.graph.Window;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Convolution with bias and activation; the convolution of merged channels is the sum of those of the parts. */
final class ConvolutionCompiler implements VertexCompiler<ConvolutionLayer, Tensor, PlanBuilder> {

    @Override
    public Field<Tensor> compile(ConvolutionLayer layer, Vertex<Tensor> vertex, PlanBuilder plan) {
        vertex.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        long[] shape = vertex.input().shape();
        Window window = Window.of(layer, shape, vertex);
        Tensor output = plan.sums(shape[0], layer.getNOut(), window.output()[0], window.output()[1]);
        long[] weights = {layer.getNOut(), shape[1], window.kernel()[0], window.kernel()[1]};
        memory.desc all = new memory.desc(weights, memory.data_type.f32, memory.format_tag.oihw);
        boolean needsBias = layer.hasBias() && !(plan.isForTraining() && normalizationTakesItAway(layer, vertex));
        List<Convolution> summands = new ArrayList<>();
        long firstChannel = 0;
        for (Tensor part : vertex.input().parts()) {
            weights[1] = part.channels();
            memory.desc share = all.submemory_desc(weights, new long[] {0, firstChannel, 0, 0});
            Convolution convolution = new Convolution(window, part, output, weights.clone());
            convolution.bindWeights(share, vertex.offset(ConvolutionParamInitializer.WEIGHT_KEY), plan);
            if (firstChannel > 0) {
                convolution.accumulate();
            }
            firstChannel += part.channels();
            boolean addsBias = needsBias && firstChannel == shape[1];
            if (addsBias) {
                convolution.bindBias(bias(vertex), plan);
            }
            if (summands.isEmpty() && !addsBias && MirroredConvolution.pays(window, part, output, plan)) {
                convolution.compileMirrored(plan);
            } else {
                convolution.compile(plan);
            }
            summands.add(convolution);
        }
        memory.desc derivatives = output.layout(vertex.input().parts().get(0).type());
        plan.onBackward(output, gradient -> {
            memory rounded = plan.in(gradient, derivatives);
            summands.forEach(summand -> summand.differentiate(rounded, plan));
        });
        if (layer.hasBias() && !needsBias) {
            output.lacks(plan.parameters().value(output.channelLayout(), bias(vertex)));
        }
        return Field.of(Activations.apply(layer.getActivationFn(), output, vertex, plan));
    }

    /** Only the running mean then knows of the bias, and its gradient is zero, where computing it would yield rounding errors. */
    private static boolean normalizationTakesItAway(ConvolutionLayer layer, Vertex<Tensor> vertex) {
        return vertex.feedsNormalization() && layer.getActivationFn() instanceof ActivationIdentity;
    }

    private static long bias(Vertex<Tensor> vertex) {
        return vertex.offset(ConvolutionParamInitializer.BIAS_KEY);
    }
}
