package org.physgrad.networks;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;

/** What all networks have in common. */
final class Graphs {

    private Graphs() {}

    /**
     * Starts a graph whose gradients stay as the loss has them: summing or averaging over the batch is the problem's choice. The weights are drawn by
     * {@link UniformWeights}; the seed is set because DL4J would write the time of day into the configuration.
     */
    static ComputationGraphConfiguration.GraphBuilder builder(IUpdater updater, DataType precision) {
        return new NeuralNetConfiguration.Builder()
                .seed(0)
                .dataType(precision)
                .updater(updater)
                .miniBatch(false)
                .graphBuilder();
    }
}
