package org.physgrad.executor.onednn.layers;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.physgrad.executor.onednn.plan.Field;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Convolution with bias and activation; the convolution of merged channels is the sum of those of the parts. */
final class ConvolutionCompiler implements VertexCompiler<ConvolutionLayer> {

    @Override
    public Field compile(ConvolutionLayer layer, Vertex vertex, PlanBuilder plan) {
        vertex.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        long[] shape = vertex.input().shape();
        Window window = Window.of(layer, shape, vertex);
        Tensor output = plan.tensor(shape[0], layer.getNOut(), window.output()[0], window.output()[1]);
        long[] weights = {layer.getNOut(), shape[1], window.kernel()[0], window.kernel()[1]};
        memory.desc all = new memory.desc(weights, memory.data_type.f32, memory.format_tag.oihw);
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
            boolean last = firstChannel == shape[1];
            if (last && layer.hasBias()) {
                convolution.bindBias(vertex.offset(ConvolutionParamInitializer.BIAS_KEY), plan);
            }
            boolean needsBias = last && layer.hasBias() && !(vertex.feedsNormalization() && isIdentity(layer));
            if (summands.isEmpty() && !needsBias && MirroredConvolution.pays(window, part, output, plan)) {
                convolution.compileMirrored(plan);
            } else {
                convolution.compile(plan);
            }
            summands.add(convolution);
        }
        plan.onBackward(output, gradient -> summands.forEach(summand -> summand.differentiate(gradient, plan)));
        return Field.of(Activations.apply(layer.getActivationFn(), output, vertex, plan));
    }

    private static boolean isIdentity(ConvolutionLayer layer) {
        return layer.getActivationFn() instanceof ActivationIdentity;
    }
}
