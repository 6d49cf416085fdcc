package org.physgrad.engine.training;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Counts the weights of a network. */
final class NetworkSize {

    private NetworkSize() {}

    /** DL4J counts the running statistics of batch normalization among the parameters; they are not trained. */
    static long trainable(ComputationGraph graph) {
        long count = graph.numParams();
        for (var layer : graph.getLayers()) {
            if (layer.conf().getLayer() instanceof BatchNormalization normalization) {
                count -= 2 * normalization.getNOut();
            }
        }
        return count;
    }
}
