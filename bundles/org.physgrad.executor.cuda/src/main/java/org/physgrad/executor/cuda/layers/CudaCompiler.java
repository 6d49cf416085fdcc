package org.physgrad.executor.cuda.layers;

import static org.physgrad.executor.graph.GraphCompiler.entry;

import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.plan.CudaPlan;
import org.physgrad.executor.cuda.plan.CudaPlanBuilder;
import org.physgrad.executor.cuda.plan.CudaTensor;
import org.physgrad.executor.cuda.plan.Parameters;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.GraphCompiler;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.math.Shapes;

/** Compiles DL4J graphs into plans for a GPU. */
public final class CudaCompiler {

    /** Compilers by configuration class; the bilinear layer comes from a plug-in, which this bundle should neither need nor hold on to. */
    private static final GraphCompiler<CudaTensor, CudaPlanBuilder> GRAPHS = new GraphCompiler<>(
            "CUDA",
            Map.ofEntries(
                    entry(ConvolutionLayer.class, new ConvolutionCompiler()),
                    entry(BatchNormalization.class, new BatchNormalizationCompiler()),
                    entry(ActivationLayer.class, new ActivationCompiler()),
                    entry(SubsamplingLayer.class, new PoolingCompiler()),
                    entry(DenseLayer.class, new DenseCompiler()),
                    entry(ZeroPaddingLayer.class, new ZeroPaddingCompiler()),
                    entry(ElementWiseVertex.class, new SumCompiler()),
                    entry(Upsampling2D.class, CudaCompiler::nearest),
                    Map.entry(
                            "org.physgrad.networks.BilinearUpsampling",
                            (VertexCompiler<Layer, CudaTensor, CudaPlanBuilder>) CudaCompiler::bilinear)));

    private CudaCompiler() {}

    /**
     * Compiles a network.
     *
     * @param network the initialised network, with one input and one output
     * @param inputShape shape of one input, without the batch axis
     * @param batchSize examples per call
     * @param training whether it will be trained
     * @param device where it will run
     * @param parameters memory of the parameters
     * @return the plan
     * @throws org.physgrad.executor.graph.Unsupported if something in the network has no counterpart in a plan
     */
    public static CudaPlan compile(
            ComputationGraph network,
            long[] inputShape,
            int batchSize,
            boolean training,
            Device device,
            Parameters parameters) {
        CudaPlanBuilder plan = new CudaPlanBuilder(device, parameters, training);
        return GRAPHS.naming(plan, () -> {
            CudaTensor input = plan.input(Shapes.withBatch(batchSize, inputShape));
            return plan.build(input, GRAPHS.compile(network, input, plan));
        });
    }

    private static Field<CudaTensor> nearest(Upsampling2D layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        vertex.require(layer.getFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        int[] size = layer.getSize();
        return Upsampling.compile(size[0], size[1], false, vertex, plan);
    }

    private static Field<CudaTensor> bilinear(Layer layer, Vertex<CudaTensor> vertex, CudaPlanBuilder plan) {
        return Upsampling.compile(2, 2, true, vertex, plan);
    }
}
