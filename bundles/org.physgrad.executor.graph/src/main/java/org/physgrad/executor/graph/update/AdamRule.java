package org.physgrad.executor.graph.update;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.executor.graph.update.AdamBlocks.Block;

/** Adam in one pass over the flat parameters, with the state in DL4J's order; {@link AdamBlocks} has the formula. */
final class AdamRule implements UpdateRule {

    private final AdamBlocks blocks;
    private final INDArray stateOfNetwork;
    private final float[] state;

    AdamRule(ComputationGraph network, AdamBlocks blocks) {
        this.blocks = blocks;
        this.stateOfNetwork = network.getUpdater().getStateViewArray();
        this.state = new float[Math.toIntExact(stateOfNetwork.length())];
        Views.read(stateOfNetwork, state);
    }

    @Override
    public void apply(float[] parameters, float[] gradients, int iteration) {
        for (Block block : blocks.blocks()) {
            block.adam()
                    .ifPresentOrElse(
                            adam -> apply(adam, blocks.rate(adam, iteration), parameters, gradients, block),
                            () -> subtract(parameters, gradients, block));
        }
    }

    private void apply(Adam adam, float rate, float[] parameters, float[] gradients, Block block) {
        float beta1 = (float) adam.getBeta1();
        float beta2 = (float) adam.getBeta2();
        float epsilon = (float) adam.getEpsilon();
        int means = block.stateStart();
        int squares = means + block.count();
        for (int i = 0; i < block.count(); i++) {
            float gradient = gradients[block.start() + i];
            float mean = beta1 * state[means + i] + (1 - beta1) * gradient;
            float square = beta2 * state[squares + i] + (1 - beta2) * gradient * gradient;
            state[means + i] = mean;
            state[squares + i] = square;
            parameters[block.start() + i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }

    private static void subtract(float[] parameters, float[] gradients, Block block) {
        for (int i = block.start(); i < block.start() + block.count(); i++) {
            parameters[i] -= gradients[i];
        }
    }

    @Override
    public void synchronize() {
        Views.write(state, stateOfNetwork);
    }
}
