package org.physgrad.executor.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Compiles a DL4J graph into a plan, vertex by vertex in topological order. A plain ReLU layer that alone reads a batch normalization is left to the
 * normalization's compiler, see {@link Vertex#feedsRelu}.
 *
 * @param <T> the plan's tensors
 * @param <P> the plan
 */
public final class GraphCompiler<T extends Tensor, P extends GraphPlan<T>> {

    private final String backend;
    private final Map<String, VertexCompiler<?, T, P>> compilers;

    /**
     * Prepares a compiler for plans of one kind. Merge vertices and dropout layers need no compilers of their own.
     *
     * @param backend what computes the plan, for messages
     * @param compilers compilers by name of the configuration class they take. Names, not classes: layers can come from plug-ins, which an executor should
     *     neither need nor hold on to
     */
    public GraphCompiler(String backend, Map<String, VertexCompiler<?, T, P>> compilers) {
        this.backend = backend;
        this.compilers = new HashMap<>(compilers);
        this.compilers.put(MergeVertex.class.getName(), new MergeCompiler<>());
        VertexCompiler<DropoutLayer, T, P> dropout = (layer, vertex, plan) -> vertex.input();
        this.compilers.put(DropoutLayer.class.getName(), dropout);
    }

    /**
     * Names the class that a compiler takes.
     *
     * @param <C> that class
     * @param <T> the plan's tensors
     * @param <P> the plan
     * @param configuration that class
     * @param compiler the compiler
     * @return an entry for the constructor
     */
    public static <C, T extends Tensor, P extends GraphPlan<T>> Map.Entry<String, VertexCompiler<?, T, P>> entry(
            Class<C> configuration, VertexCompiler<C, T, P> compiler) {
        return Map.entry(configuration.getName(), compiler);
    }

    /**
     * Refuses networks that no plan can run: those with several inputs or outputs, and those that do not compute in float32.
     *
     * @param network the initialised network
     * @throws Unsupported with the reason
     */
    public static void requireSupported(ComputationGraph network) {
        requireOne("input", network.getConfiguration().getNetworkInputs());
        requireOne("output", network.getConfiguration().getNetworkOutputs());
        DataType precision = network.params().dataType();
        if (precision != DataType.FLOAT) {
            throw new Unsupported("the network's numbers are " + precision + ", not FLOAT");
        }
    }

    private static void requireOne(String what, List<String> names) {
        if (names.size() != 1) {
            throw new Unsupported("the network has " + names.size() + " " + what + "s, not one: " + names);
        }
    }

    /**
     * Compiles the layers of a network.
     *
     * @param network the initialised network, with one input and one output
     * @param input the network's input
     * @param plan the plan to extend
     * @return the network's output
     * @throws Unsupported if something in the network has no counterpart in a plan
     */
    public T compile(ComputationGraph network, T input, P plan) {
        return naming(plan, () -> new Walk(network, plan).from(input));
    }

    /**
     * Works on a plan, so that whatever fails names the layer that it failed in.
     *
     * @param <R> what comes out
     * @param plan the plan
     * @param work what to do
     * @return what comes out
     * @throws Unsupported if it fails
     */
    public <R> R naming(P plan, Supplier<R> work) {
        try {
            return work.get();
        } catch (Unsupported e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Unsupported(backend + " cannot compute layer '" + plan.name() + "': " + e.getMessage(), e);
        }
    }

    /** One pass over one network. */
    private final class Walk {

        private final ComputationGraph network;
        private final GraphStructure graph;
        private final P plan;
        private final Map<String, Field<T>> fields = new HashMap<>();

        Walk(ComputationGraph network, P plan) {
            this.network = network;
            this.graph = new GraphStructure(network.getConfiguration());
            this.plan = plan;
        }

        T from(T input) {
            fields.put(graph.input(), Field.of(input));
            for (String name : graph.vertices()) {
                plan.name(name);
                fields.put(name, compile(name));
            }
            return plan.join(fields.get(graph.output()));
        }

        private Field<T> compile(String name) {
            List<Field<T>> inputs =
                    graph.sources(name).stream().map(fields::get).toList();
            if (graph.isFused(name)) {
                return inputs.get(0); // it became part of the normalization
            }
            GraphVertex vertex = graph.vertex(name);
            Optional<Layer> layer = graph.layer(name);
            Vertex<T> here = new Vertex<>(
                    name, layer.isPresent() ? network.getLayer(name) : null, inputs, graph.onlyReader(name));
            if (layer.isEmpty()) {
                return compile(vertex, here);
            }
            checkCommon(layer.get(), (LayerVertex) vertex, here);
            return compile(layer.get(), here.reading(Dropouts.apply(layer.get(), here, plan)));
        }

        /** The compiler found by the configuration's class takes that class. */
        @SuppressWarnings("unchecked")
        private <C> Field<T> compile(C settings, Vertex<T> vertex) {
            VertexCompiler<C, T, P> compiler =
                    (VertexCompiler<C, T, P>) compilers.get(settings.getClass().getName());
            vertex.require(compiler != null, "is a " + settings.getClass().getSimpleName());
            return compiler.compile(settings, vertex, plan);
        }

        private void checkCommon(Layer settings, LayerVertex vertex, Vertex<T> here) {
            here.require(vertex.getPreProcessor() == null, "has an input preprocessor");
            here.require(
                    settings.getConstraints() == null
                            || settings.getConstraints().isEmpty(),
                    "has constraints");
            here.require(!(settings instanceof BaseLayer base) || base.getWeightNoise() == null, "uses weight noise");
        }
    }
}
