package org.physgrad.check;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Training steps of DL4J's own layers, to compare others with. */
final class ReferenceGraph {

    private final ComputationGraph graph;

    /** Makes a network of a configuration, which is not changed. */
    ReferenceGraph(ComputationGraphConfiguration configuration) {
        ComputationGraphConfiguration plain = configuration.clone();
        // DL4J's public methods for gradients from outside fail in batch normalization with workspaces.
        plain.setTrainingWorkspaceMode(WorkspaceMode.NONE);
        plain.setInferenceWorkspaceMode(WorkspaceMode.NONE);
        graph = new ComputationGraph(plain);
        graph.init();
    }

    ComputationGraph graph() {
        return graph;
    }

    /** Runs the network in training mode. */
    INDArray forward(INDArray input) {
        String output = graph.getConfiguration().getNetworkOutputs().get(0);
        boolean clearInputs = false; // the backward pass needs them
        return graph.feedForward(new INDArray[] {input}, true, clearInputs)
                .get(output)
                .dup('c');
    }

    /** Computes the flat gradient of all weights for the last forward pass. */
    INDArray backward(INDArray outputGradient) {
        return graph.backpropGradient(outputGradient.dup()).gradient().dup();
    }

    /** Applies the network's updater to a gradient. */
    void update(INDArray gradient, int batchSize) {
        INDArray update = gradient.dup();
        int iteration = graph.getIterationCount();
        graph.getUpdater(true)
                .update(
                        new DefaultGradient(update),
                        iteration,
                        graph.getEpochCount(),
                        batchSize,
                        LayerWorkspaceMgr.noWorkspaces());
        graph.params().subi(update);
        graph.getConfiguration().setIterationCount(iteration + 1);
    }
}
