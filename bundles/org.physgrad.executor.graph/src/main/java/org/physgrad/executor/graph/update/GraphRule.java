package org.physgrad.executor.graph.update;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Whatever updater, regularization and clipping the graph is set to, applied by DL4J itself. */
final class GraphRule implements UpdateRule {

    private final ComputationGraph network;
    private final int batchSize;
    private final Gradient gradient;
    private final INDArray flatGradients;

    GraphRule(ComputationGraph network, int batchSize) {
        this.network = network;
        this.batchSize = batchSize;
        network.getUpdater();
        this.flatGradients = network.getFlattenedGradients();
        this.gradient = new DefaultGradient(flatGradients);
        INDArray vector = flatGradients.reshape(flatGradients.length());
        for (Layer layer : network.getLayers()) {
            for (Map.Entry<String, INDArray> parameter : layer.paramTable().entrySet()) {
                long start = parameter.getValue().offset();
                INDArray part = vector.get(NDArrayIndex.interval(
                        start, start + parameter.getValue().length()));
                gradient.setGradientFor(layer.conf().getLayer().getLayerName() + "_" + parameter.getKey(), part);
            }
        }
    }

    @Override
    public void apply(float[] parameters, float[] gradients, int iteration) {
        Views.write(gradients, flatGradients);
        Views.write(parameters, network.params());
        network.getUpdater()
                .update(gradient, iteration, network.getEpochCount(), batchSize, LayerWorkspaceMgr.noWorkspaces());
        INDArray flatParameters = network.params();
        flatParameters.subi(flatGradients.reshape(flatParameters.shape()));
        Views.read(flatParameters, parameters);
    }

    @Override
    public void synchronize() {
        // The updater works on the graph's own state.
    }
}
