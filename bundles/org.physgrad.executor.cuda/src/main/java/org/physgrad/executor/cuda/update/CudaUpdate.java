package org.physgrad.executor.cuda.update;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.cuda.plan.Parameters;
import org.physgrad.executor.graph.update.AdamBlocks;
import org.physgrad.executor.graph.update.UpdateRule;

/** Applies gradients that lie on the GPU to the parameters there, as the updater of a DL4J graph does. */
public interface CudaUpdate {

    /**
     * Finds the rule that a network is set to, with the state that its updater is in.
     *
     * @param network the initialised network
     * @param batchSize number of examples per step
     * @param device where the parameters are
     * @param parameters the parameters
     * @return the rule
     */
    static CudaUpdate of(ComputationGraph network, int batchSize, Device device, Parameters parameters) {
        return AdamBlocks.of(network)
                .<CudaUpdate>map(blocks -> new AdamUpdate(network, blocks, device, parameters))
                .orElseGet(() -> new HostUpdate(UpdateRule.of(network, batchSize), parameters));
    }

    /**
     * Changes the parameters.
     *
     * @param iteration number of updates before this one, as DL4J counts
     */
    void apply(int iteration);

    /** Writes the state back to the graph. */
    void synchronize();
}
