package org.physgrad.executor.dl4j;

import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A DL4J graph that shares the parameters of another one and is differentiated with a gradient that comes from outside. DL4J's public methods for that
 * throw in batch normalization unless workspaces are off, and without workspaces every activation of every step is new memory that waits for the garbage
 * collector: twice the time and the memory. So this class opens the workspace of the activations itself, as DL4J's {@code fit} does, and keeps it open from
 * the forward to the backward pass.
 */
final class TrainingGraph extends ComputationGraph {

    private static final long serialVersionUID = 1L;

    /** The open workspace of the activations; null when no forward pass waits for its backward pass. */
    private transient MemoryWorkspace activations;

    TrainingGraph(ComputationGraph network) {
        super(withWorkspaces(network.getConfiguration()));
        init(network.params(), false);
        initGradientsView();
    }

    private static ComputationGraphConfiguration withWorkspaces(ComputationGraphConfiguration configuration) {
        ComputationGraphConfiguration own = configuration.clone();
        own.setTrainingWorkspaceMode(WorkspaceMode.ENABLED);
        own.setInferenceWorkspaceMode(WorkspaceMode.ENABLED);
        return own;
    }

    /** Runs forward in training mode; the result lives in the workspace, until {@link #differentiate} or {@link #leave}. */
    INDArray activate(INDArray input) {
        leave();
        activations = Nd4j.getWorkspaceManager().getAndActivateWorkspace(WS_ALL_LAYERS_ACT_CONFIG, WS_ALL_LAYERS_ACT);
        try {
            String output = configuration.getNetworkOutputs().get(0);
            return ffToLayerActivationsInWS(
                            true, -1, null, FwdPassType.STANDARD, false, new INDArray[] {input}, null, null, false)
                    .get(output);
        } finally {
            // Arrays that others make before the backward pass must not land in this workspace.
            Nd4j.getMemoryManager().setCurrentWorkspace(null);
        }
    }

    /** Runs backward for the last {@link #activate} and writes the gradients of all weights to the gradients view. */
    void differentiate(INDArray outputGradient) {
        if (activations == null) {
            throw new IllegalStateException("backward needs a forward pass before it");
        }
        Nd4j.getMemoryManager().setCurrentWorkspace(activations);
        try {
            calcBackpropGradients(true, false, outputGradient);
        } finally {
            leave();
        }
    }

    /** Gives the memory of a forward pass back to the workspace. */
    void leave() {
        if (activations != null) {
            activations.close();
            activations = null;
        }
    }
}
