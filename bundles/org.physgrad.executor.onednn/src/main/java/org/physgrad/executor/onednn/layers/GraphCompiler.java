package org.physgrad.executor.onednn.layers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.executor.onednn.plan.Device;
import org.physgrad.executor.onednn.plan.Field;
import org.physgrad.executor.onednn.plan.InferencePlan;
import org.physgrad.executor.onednn.plan.Layout;
import org.physgrad.executor.onednn.plan.Mode;
import org.physgrad.executor.onednn.plan.Plan;
import org.physgrad.executor.onednn.plan.PlanBuilder;
import org.physgrad.executor.onednn.plan.Tensor;

/** Compiles a DL4J graph into a plan, vertex by vertex in topological order. */
public final class GraphCompiler {

    /**
     * Compilers by name of the configuration class they take. Names, not classes: the bilinear layer comes from a plug-in, which this bundle should neither
     * need nor hold on to.
     */
    private static final Map<String, VertexCompiler<?>> COMPILERS = Map.ofEntries(
            entry(ConvolutionLayer.class, new ConvolutionCompiler()),
            entry(BatchNormalization.class, new BatchNormalizationCompiler()),
            entry(ActivationLayer.class, new ActivationCompiler()),
            entry(SubsamplingLayer.class, new PoolingCompiler()),
            entry(DenseLayer.class, new DenseCompiler()),
            entry(DropoutLayer.class, (layer, vertex, plan) -> vertex.input()),
            entry(ZeroPaddingLayer.class, new ZeroPaddingCompiler()),
            entry(MergeVertex.class, new MergeCompiler()),
            entry(ElementWiseVertex.class, new SumCompiler()),
            entry(Upsampling2D.class, GraphCompiler::nearest),
            Map.entry("org.physgrad.networks.BilinearUpsampling", (VertexCompiler<Layer>) GraphCompiler::bilinear));

    private final ComputationGraph network;
    private final ComputationGraphConfiguration configuration;
    private final PlanBuilder plan;
    private final Map<String, Field> fields = new HashMap<>();

    private GraphCompiler(ComputationGraph network, PlanBuilder plan) {
        this.network = network;
        this.configuration = network.getConfiguration();
        this.plan = plan;
    }

    /** How a plan is finished. */
    private interface Finish<P> {

        P build(PlanBuilder plan, Tensor input, Tensor output);
    }

    /**
     * Compiles a network for training.
     *
     * @param network the initialised network, with one input and one output
     * @param inputShape shape of one input, without the batch axis
     * @param batchSize examples per step
     * @return the plan
     * @throws Unsupported if something in the network has no counterpart in a plan
     */
    public static Plan compile(ComputationGraph network, long[] inputShape, int batchSize) {
        return compile(network, inputShape, batchSize, Mode.TRAINING, PlanBuilder::build);
    }

    /**
     * Compiles a network for answers outside of training.
     *
     * @param network the initialised network, with one input and one output
     * @param inputShape shape of one input, without the batch axis
     * @param batchSize examples per call
     * @return the plan, still without parameters
     * @throws Unsupported if something in the network has no counterpart in a plan
     */
    public static InferencePlan compileInference(ComputationGraph network, long[] inputShape, int batchSize) {
        return compile(network, inputShape, batchSize, Mode.INFERENCE, PlanBuilder::buildInference);
    }

    private static <P> P compile(
            ComputationGraph network, long[] inputShape, int batchSize, Mode mode, Finish<P> finish) {
        long[] shape = LongStream.concat(LongStream.of(batchSize), LongStream.of(inputShape))
                .toArray();
        Device device = new Device();
        // Descriptions and other temporary native objects end with the scope; the device keeps what the plan needs.
        PointerScope temporary = new PointerScope();
        try {
            Layout layout = Layout.choose(inputShape[0], hiddenChannels(network));
            return compile(network, new PlanBuilder(device, layout, mode, network.numParams()), shape, finish);
        } catch (RuntimeException e) {
            device.close();
            throw e;
        } finally {
            temporary.close();
        }
    }

    private static <P> P compile(ComputationGraph network, PlanBuilder plan, long[] shape, Finish<P> finish) {
        try {
            return new GraphCompiler(network, plan).run(shape, finish);
        } catch (Unsupported e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Unsupported("oneDNN cannot compute layer '" + plan.name() + "': " + e.getMessage(), e);
        }
    }

    /** Channels of all layers that write to hidden fields; the output is padded to a block at little cost. */
    private static LongStream hiddenChannels(ComputationGraph network) {
        List<String> outputs = network.getConfiguration().getNetworkOutputs();
        return network.getConfiguration().getVertices().entrySet().stream()
                .filter(entry -> !outputs.contains(entry.getKey()))
                .flatMap(entry -> layer(entry.getValue()).stream())
                .filter(FeedForwardLayer.class::isInstance)
                .mapToLong(layer -> ((FeedForwardLayer) layer).getNOut());
    }

    private <P> P run(long[] inputShape, Finish<P> finish) {
        Tensor input = plan.input(inputShape);
        fields.put(configuration.getNetworkInputs().get(0), Field.of(input));
        for (String name : configuration.getTopologicalOrderStr()) {
            if (configuration.getVertices().containsKey(name)) {
                plan.name(name);
                fields.put(name, compile(name));
            }
        }
        Tensor output = Joiner.join(fields.get(configuration.getNetworkOutputs().get(0)), plan);
        return finish.build(plan, input, output);
    }

    private Field compile(String name) {
        List<String> sources = configuration.getVertexInputs().get(name);
        List<Field> inputs = sources.stream().map(fields::get).toList();
        if (isLayer(sources.get(0), BatchNormalization.class) && Vertex.isRelu(onlyReader(sources.get(0)))) {
            return inputs.get(0); // it became part of the normalization
        }
        GraphVertex vertex = configuration.getVertices().get(name);
        Optional<Layer> layer = layer(vertex);
        Vertex here = new Vertex(name, layer.isPresent() ? network.getLayer(name) : null, inputs, onlyReader(name));
        if (layer.isEmpty()) {
            return compile(vertex, here);
        }
        checkCommon(layer.get(), (LayerVertex) vertex, here);
        return compile(layer.get(), here.reading(Dropouts.apply(layer.get(), here.input(), here, plan)));
    }

    /** The compiler found by the configuration's class takes that class. */
    @SuppressWarnings("unchecked")
    private <C> Field compile(C settings, Vertex vertex) {
        VertexCompiler<C> compiler =
                (VertexCompiler<C>) COMPILERS.get(settings.getClass().getName());
        vertex.require(compiler != null, "is a " + settings.getClass().getSimpleName());
        return compiler.compile(settings, vertex, plan);
    }

    private static void checkCommon(Layer settings, LayerVertex vertex, Vertex here) {
        here.require(vertex.getPreProcessor() == null, "has an input preprocessor");
        here.require(
                settings.getConstraints() == null || settings.getConstraints().isEmpty(), "has constraints");
        here.require(!(settings instanceof BaseLayer base) || base.getWeightNoise() == null, "uses weight noise");
    }

    /** The one layer that reads what a vertex makes, as it is. */
    private Optional<Layer> onlyReader(String name) {
        List<String> readers = configuration.getVertexInputs().entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
        return readers.size() == 1 && !configuration.getNetworkOutputs().contains(name)
                ? layer(configuration.getVertices().get(readers.get(0))).filter(reader -> reader.getIDropout() == null)
                : Optional.empty();
    }

    private boolean isLayer(String name, Class<? extends Layer> type) {
        return Optional.ofNullable(configuration.getVertices().get(name))
                .flatMap(GraphCompiler::layer)
                .filter(type::isInstance)
                .isPresent();
    }

    private static Optional<Layer> layer(GraphVertex vertex) {
        return vertex instanceof LayerVertex layers
                ? Optional.of(layers.getLayerConf().getLayer())
                : Optional.empty();
    }

    private static <C> Map.Entry<String, VertexCompiler<?>> entry(Class<C> configuration, VertexCompiler<C> compiler) {
        return Map.entry(configuration.getName(), compiler);
    }

    private static Field nearest(Upsampling2D layer, Vertex vertex, PlanBuilder plan) {
        vertex.require(layer.getFormat() == CNN2DFormat.NCHW, "is set to the data format NHWC");
        int[] size = layer.getSize();
        return Upsampling.compile(Interpolation.NEAREST, size[0], size[1], vertex, plan);
    }

    private static Field bilinear(Layer layer, Vertex vertex, PlanBuilder plan) {
        return Upsampling.compile(Interpolation.LINEAR, 2, 2, vertex, plan);
    }
}
