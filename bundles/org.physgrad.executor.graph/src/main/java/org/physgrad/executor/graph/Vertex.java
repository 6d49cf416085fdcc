package org.physgrad.executor.graph;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;

/**
 * A vertex of the graph on its way into the plan.
 *
 * @param <T> the plan's tensors
 * @param name name in the graph
 * @param layer the initialised layer, null for vertices without one
 * @param inputs what it reads
 * @param onlyReader configuration of the layer that is the only one to read its output, and reads it without dropout
 */
public record Vertex<T extends Tensor>(
        String name, Layer layer, List<Field<T>> inputs, Optional<org.deeplearning4j.nn.conf.layers.Layer> onlyReader) {

    /**
     * Tells whether its output goes to a ReLU layer only, which may then be fused into it.
     *
     * @return whether it does
     */
    public boolean feedsRelu() {
        return isRelu(onlyReader);
    }

    /**
     * Tells whether its output goes to a batch normalization only, which takes out its mean.
     *
     * @return whether it does
     */
    public boolean feedsNormalization() {
        return onlyReader.filter(BatchNormalization.class::isInstance).isPresent();
    }

    static boolean isRelu(Optional<org.deeplearning4j.nn.conf.layers.Layer> settings) {
        return settings.filter(ActivationLayer.class::isInstance)
                .map(ActivationLayer.class::cast)
                .filter(reader -> Relus.isPlain(reader.getActivationFn()))
                .isPresent();
    }

    /**
     * Gives what a vertex with one input reads.
     *
     * @return the first input
     */
    public Field<T> input() {
        return inputs.get(0);
    }

    /**
     * Puts something else in place of the only input.
     *
     * @param input the new input
     * @return this vertex otherwise
     */
    public Vertex<T> reading(Field<T> input) {
        return new Vertex<>(name, layer, List.of(input), onlyReader);
    }

    /**
     * Tells where the layer keeps a parameter array.
     *
     * @param parameter DL4J's key of it
     * @return its start in the flat parameters
     */
    public long offset(String parameter) {
        return layer.getParam(parameter).offset();
    }

    /**
     * Refuses the network.
     *
     * @param condition whether it can stay
     * @param otherwise what the layer has or does that no plan can, a predicate such as "uses weight noise"
     * @throws Unsupported if the condition is false
     */
    public void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Unsupported("layer '" + name + "' " + otherwise);
        }
    }
}
