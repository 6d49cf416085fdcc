package org.physgrad.executor.graph.update;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** Applies gradients to the flat parameters, as the updater of a DL4J graph does. */
public interface UpdateRule {

    /**
     * Finds the rule that a network is set to, with the state that its updater is in.
     *
     * @param network the initialised network
     * @param batchSize number of examples per step
     * @return the rule
     */
    static UpdateRule of(ComputationGraph network, int batchSize) {
        return AdamBlocks.of(network)
                .<UpdateRule>map(blocks -> new AdamRule(network, blocks))
                .orElseGet(() -> new GraphRule(network, batchSize));
    }

    /**
     * Changes the parameters.
     *
     * @param parameters flat parameters
     * @param gradients flat gradients; not changed
     * @param iteration number of updates before this one, as DL4J counts
     */
    void apply(float[] parameters, float[] gradients, int iteration);

    /** Writes the state back to the graph. */
    void synchronize();
}
