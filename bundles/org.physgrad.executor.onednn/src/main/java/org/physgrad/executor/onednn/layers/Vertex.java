package org.physgrad.executor.onednn.layers;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.physgrad.executor.onednn.plan.Field;

/**
 * A vertex of the graph on its way into the plan.
 *
 * @param name name in the graph
 * @param layer the initialised layer, null for vertices without one
 * @param inputs what it reads
 * @param onlyReader configuration of the layer that is the only one to read its output, and reads it without dropout
 */
record Vertex(
        String name, Layer layer, List<Field> inputs, Optional<org.deeplearning4j.nn.conf.layers.Layer> onlyReader) {

    /** Whether its output goes to a ReLU layer only, which may then be fused into it. */
    boolean feedsRelu() {
        return isRelu(onlyReader);
    }

    /** Whether its output goes to a batch normalization only, which takes out its mean. */
    boolean feedsNormalization() {
        return onlyReader.filter(BatchNormalization.class::isInstance).isPresent();
    }

    static boolean isRelu(Optional<org.deeplearning4j.nn.conf.layers.Layer> settings) {
        return settings.filter(ActivationLayer.class::isInstance)
                .map(ActivationLayer.class::cast)
                .filter(reader -> Activations.isPlainRelu(reader.getActivationFn()))
                .isPresent();
    }

    Field input() {
        return inputs.get(0);
    }

    /** This vertex, with something else in place of its only input. */
    Vertex reading(Field input) {
        return new Vertex(name, layer, List.of(input), onlyReader);
    }

    /** Start of a parameter array in the flat vector. */
    long offset(String parameter) {
        return layer.getParam(parameter).offset();
    }

    void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new Unsupported("layer '" + name + "' " + otherwise);
        }
    }
}
