package org.physgrad.executor.onednn.layers;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.physgrad.executor.onednn.plan.Field;

/**
 * A vertex of the graph on its way into the plan.
 *
 * @param name name in the graph
 * @param layer the initialised layer, null for vertices without one
 * @param inputs what it reads
 * @param followedByRelu whether its output goes to a ReLU layer only, which may then be fused into it
 */
record Vertex(String name, Layer layer, List<Field> inputs, boolean followedByRelu) {

    Field input() {
        return inputs.get(0);
    }

    /** This vertex, with something else in place of its only input. */
    Vertex reading(Field input) {
        return new Vertex(name, layer, List.of(input), followedByRelu);
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
