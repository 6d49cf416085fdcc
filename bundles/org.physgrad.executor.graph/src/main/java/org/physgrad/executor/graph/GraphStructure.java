package org.physgrad.executor.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Who reads whom in a graph.
 *
 * @param configuration the graph's configuration
 */
record GraphStructure(ComputationGraphConfiguration configuration) {

    String input() {
        return configuration.getNetworkInputs().get(0);
    }

    String output() {
        return configuration.getNetworkOutputs().get(0);
    }

    /** All vertices but the input, each after those it reads. */
    List<String> vertices() {
        return configuration.getTopologicalOrderStr().stream()
                .filter(configuration.getVertices()::containsKey)
                .toList();
    }

    GraphVertex vertex(String name) {
        return configuration.getVertices().get(name);
    }

    List<String> sources(String name) {
        return configuration.getVertexInputs().get(name);
    }

    /** The configuration of a vertex's layer, where it has one. */
    Optional<Layer> layer(String name) {
        return vertex(name) instanceof LayerVertex layers
                ? Optional.of(layers.getLayerConf().getLayer())
                : Optional.empty();
    }

    /** The one layer that reads what a vertex makes, as it is. */
    Optional<Layer> onlyReader(String name) {
        List<String> readers = configuration.getVertexInputs().entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
        return readers.size() == 1 && !configuration.getNetworkOutputs().contains(name)
                ? layer(readers.get(0)).filter(reader -> reader.getIDropout() == null)
                : Optional.empty();
    }

    /** Whether a vertex is the ReLU that becomes part of the normalization before it. */
    boolean isFused(String name) {
        String source = sources(name).get(0);
        return layer(source).filter(BatchNormalization.class::isInstance).isPresent()
                && Vertex.isRelu(onlyReader(source));
    }
}
