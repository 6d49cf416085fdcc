package org.physgrad.executor.onednn.layers;

import static org.physgrad.executor.graph.GraphCompiler.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.executor.graph.Field;
import org.physgrad.executor.graph.GraphCompiler;
import org.physgrad.executor.graph.Unsupported;
import org.physgrad.executor.graph.Vertex;
import org.physgrad.executor.graph.VertexCompiler;
import org.physgrad.executor.onednn.plan.Device;
import org.physgrad.executor.onednn.plan.Fields;
import org.physgrad.executor.onednn.plan.InferencePlan;
import org.physgrad.executor.onednn.plan.Layout;
import org.physgrad.executor.onednn.plan.Mode;
import org.physgrad.executor.onednn.plan.Plan;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Precision;
import org.physgrad.executor.onednn.plan.Tensor;

/** Compiles a DL4J graph into a plan of oneDNN primitives. */
public final class PlanCompiler {

    private static final GraphCompiler<Tensor, PlanBuilder> LAYERS = new GraphCompiler<>(
            "oneDNN",
            Map.ofEntries(
                    entry(ConvolutionLayer.class, new ConvolutionCompiler()),
                    entry(BatchNormalization.class, new BatchNormalizationCompiler()),
                    entry(ActivationLayer.class, new ActivationCompiler()),
                    entry(SubsamplingLayer.class, new PoolingCompiler()),
                    entry(DenseLayer.class, new DenseCompiler()),
                    entry(ZeroPaddingLayer.class, new ZeroPaddingCompiler()),
                    entry(ElementWiseVertex.class, new SumCompiler()),
                    entry(Upsampling2D.class, PlanCompiler::nearest),
                    Map.entry("org.physgrad.networks.BilinearUpsampling", (VertexCompiler<Layer, Tensor, PlanBuilder>)
                            PlanCompiler::bilinear)));

    private PlanCompiler() {}

    /** How a plan is finished. */
    private interface Finish<R> {

        R build(PlanBuilder plan, Tensor input, Tensor output);
    }

    /**
     * Compiles a network for training.
     *
     * @param network the initialised network
     * @param inputShape shape of one input, without the batch axis
     * @param batchSize examples per step
     * @param precision what the numbers between layers are kept in
     * @return the plan
     * @throws Unsupported if something in the network has no counterpart in a plan
     */
    public static Plan compile(ComputationGraph network, long[] inputShape, int batchSize, Precision precision) {
        return compile(network, inputShape, batchSize, precision, Mode.TRAINING, PlanBuilder::build);
    }

    /**
     * Compiles a network for answers outside of training, in float32.
     *
     * @param network the initialised network
     * @param inputShape shape of one input, without the batch axis
     * @param batchSize examples per call
     * @return the plan, still without parameters
     * @throws Unsupported if something in the network has no counterpart in a plan
     */
    public static InferencePlan compileInference(ComputationGraph network, long[] inputShape, int batchSize) {
        return compile(network, inputShape, batchSize, Precision.FLOAT32, Mode.INFERENCE, PlanBuilder::buildInference);
    }

    private static <R> R compile(
            ComputationGraph network,
            long[] inputShape,
            int batchSize,
            Precision precision,
            Mode mode,
            Finish<R> finish) {
        GraphCompiler.requireSupported(network);
        long[] shape = LongStream.concat(LongStream.of(batchSize), LongStream.of(inputShape))
                .toArray();
        Device device = new Device();
        // Descriptions and other temporary native objects end with the scope; the device keeps what the plan needs.
        PointerScope temporary = new PointerScope();
        try {
            Layout layout = Layout.choose(inputShape[0], hiddenChannels(network));
            String output = network.getConfiguration().getNetworkOutputs().get(0);
            Fields fields = new Fields(layout, precision, output);
            PlanBuilder plan = new PlanBuilder(device, fields, mode, network.numParams());
            return LAYERS.naming(plan, () -> {
                Tensor input = plan.input(shape);
                return finish.build(plan, input, LAYERS.compile(network, input, plan));
            });
        } catch (RuntimeException e) {
            device.close();
            throw e;
        } finally {
            temporary.close();
        }
    }

    /** Channels of all layers that write to hidden fields; the output is padded to a block at little cost. */
    private static LongStream hiddenChannels(ComputationGraph network) {
        List<String> outputs = network.getConfiguration().getNetworkOutputs();
        return network.getConfiguration().getVertices().entrySet().stream()
                .filter(entry -> !outputs.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getLayerConf().getLayer())
                .filter(FeedForwardLayer.class::isInstance)
                .mapToLong(layer -> ((FeedForwardLayer) layer).getNOut());
    }

    private static Field<Tensor> nearest(Upsampling2D layer, Vertex<Tensor> vertex, PlanBuilder plan) {
        vertex.require(layer.getFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        int[] size = layer.getSize();
        return Upsampling.compile(Interpolation.NEAREST, size[0], size[1], vertex, plan);
    }

    private static Field<Tensor> bilinear(Layer layer, Vertex<Tensor> vertex, PlanBuilder plan) {
        return Upsampling.compile(Interpolation.LINEAR, 2, 2, vertex, plan);
    }
}
