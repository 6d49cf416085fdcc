package org.physgrad.executor.cuda.layers;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.physgrad.executor.cuda.device.DeviceArray;
import org.physgrad.executor.cuda.device.Grid;
import org.physgrad.executor.cuda.device.Kernel;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;

/** A fully connected layer with bias and activation. DL4J stores its weights input by input in Fortran order: output by output in C order. */
final class DenseCompiler implements VertexCompiler<DenseLayer, CudaTensor, CudaPlanBuilder> {

    private static final int THREADS = 128;

    @Override
    public Field<CudaTensor> compile(DenseLayer layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        vertex.require(!layer.hasLayerNorm(), "uses layer normalization");
        CudaTensor input = plan.join(vertex.input());
        vertex.require(input.shape().length == 2, "expects vectors [features]");
        CudaTensor output = plan.tensor(input.size(0), layer.getNOut());
        long offset = vertex.offset(DefaultParamInitializer.WEIGHT_KEY);
        DeviceArray weights = plan.parameters().value(offset);
        DeviceArray bias = layer.hasBias() ? plan.parameters().value(bias(vertex)) : null;
        int batch = input.size(0);
        int in = input.size(1);
        int out = output.size(1);
        plan.run(
                kernel("dense", plan),
                Grid.of(output.count()),
                input.value(),
                weights,
                bias,
                output.value(),
                batch,
                in,
                out);
        plan.onBackward(output, gradient -> {
            plan.contribute(
                    input,
                    target -> plan.run(
                            kernel("dense_input", plan),
                            Grid.of(input.count()),
                            gradient,
                            weights,
                            target,
                            batch,
                            in,
                            out));
            plan.run(
                    kernel("dense_weights", plan),
                    new Grid(in * out, 1, 1, THREADS),
                    input.value(),
                    gradient,
                    plan.parameters().gradient(offset),
                    batch,
                    in,
                    out);
            if (layer.hasBias()) {
                ChannelSums.append(gradient, output, plan.parameters().gradient(bias(vertex)), plan);
            }
        });
        return Field.of(Activations.apply(layer.getActivationFn(), output, vertex, plan));
    }

    private static Kernel kernel(String function, CudaPlanBuilder plan) {
        return plan.device().kernels().find("fields.cu", function);
    }

    private static long bias(Vertex<CudaTensor> vertex) {
        return vertex.offset(DefaultParamInitializer.BIAS_KEY);
    }
}
