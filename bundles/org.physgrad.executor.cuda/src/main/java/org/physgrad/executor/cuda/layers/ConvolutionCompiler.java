package org.physgrad.executor.cuda.layers;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.graph.Window;

/** Convolution with bias and activation: the usual kind by {@link DenseConvolution}, any other by {@link StridedConvolution}. */
final class ConvolutionCompiler implements VertexCompiler<ConvolutionLayer, CudaTensor, CudaPlanBuilder> {

    @Override
    public Field<CudaTensor> compile(ConvolutionLayer layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        vertex.require(layer.getCnn2dDataFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        long[] shape = vertex.input().shape();
        Window window = Window.of(layer, shape, vertex);
        CudaTensor output = plan.tensor(shape[0], layer.getNOut(), window.output()[0], window.output()[1]);
        long weights = vertex.offset(ConvolutionParamInitializer.WEIGHT_KEY);
        DeviceArray bias = layer.hasBias() ? plan.parameters().value(bias(vertex)) : null;
        Convolution convolution = DenseConvolution.fits(window)
                ? new DenseConvolution(window, vertex.input(), output, weights, plan)
                : new StridedConvolution(window, plan.join(vertex.input()), output, weights, plan);
        convolution.compile(bias);
        boolean biasMatters = layer.hasBias() && !normalizationTakesItAway(layer, vertex);
        plan.onBackward(output, gradient -> {
            convolution.differentiate(gradient);
            if (biasMatters) {
                ChannelSums.append(gradient, output, plan.parameters().gradient(bias(vertex)), plan);
            }
        });
        return Field.of(Activations.apply(layer.getActivationFn(), output, vertex, plan));
    }

    /** The true gradient of the bias is zero then, where computing it would yield rounding errors. */
    private static boolean normalizationTakesItAway(ConvolutionLayer layer, Vertex<CudaTensor> vertex) {
        return vertex.feedsNormalization() && layer.getActivationFn() instanceof ActivationIdentity;
    }

    private static long bias(Vertex<CudaTensor> vertex) {
        return vertex.offset(ConvolutionParamInitializer.BIAS_KEY);
    }
}
