package org.physgrad.executor.onednn.update;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Adam in one pass over the flat parameters, in ND4J's form:
 *
 * <pre>p -= learningRate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon).</pre>
 *
 * DL4J cuts the vector into blocks at the running statistics of batch normalization, whose changes are subtracted as they are, and keeps {@code m} and then
 * {@code v} of each block in its updater state; so does this class.
 */
final class AdamRule implements UpdateRule {

    private final ComputationGraph network;
    private final List<UpdaterBlock> blocks;
    private final INDArray stateOfNetwork;
    private final float[] state;

    private AdamRule(ComputationGraph network, List<UpdaterBlock> blocks) {
        this.network = network;
        this.blocks = blocks;
        this.stateOfNetwork = network.getUpdater().getStateViewArray();
        this.state = new float[Math.toIntExact(stateOfNetwork.length())];
        Views.read(stateOfNetwork, state);
    }

    /** This rule, if it is all that the network asks for. */
    static Optional<UpdateRule> of(ComputationGraph network) {
        List<UpdaterBlock> blocks = network.getUpdater().getUpdaterBlocks();
        boolean adamAlone = !network.conf().isMiniBatch()
                && blocks.stream().allMatch(AdamRule::isAdamOrNothing)
                && blocks.stream().anyMatch(block -> updater(block) instanceof Adam);
        return adamAlone ? Optional.of(new AdamRule(network, blocks)) : Optional.empty();
    }

    private static boolean isAdamOrNothing(UpdaterBlock block) {
        IUpdater updater = updater(block);
        return (updater.getClass() == Adam.class || updater instanceof NoOp)
                && block.getLayersAndVariablesInBlock().stream().allMatch(AdamRule::isPlain);
    }

    private static boolean isPlain(UpdaterBlock.ParamState parameter) {
        GradientNormalization normalization = parameter.getLayer().getConfig().getGradientNormalization();
        var regularization = parameter.getLayer().getConfig().getRegularizationByParam(parameter.getParamName());
        return (normalization == null || normalization == GradientNormalization.None)
                && (regularization == null || regularization.isEmpty());
    }

    private static IUpdater updater(UpdaterBlock block) {
        return block.getGradientUpdater().getConfig();
    }

    @Override
    public void apply(float[] parameters, float[] gradients, int iteration) {
        for (UpdaterBlock block : blocks) {
            int start = block.getParamOffsetStart();
            int end = block.getParamOffsetEnd();
            if (updater(block) instanceof Adam adam) {
                int first = block.getUpdaterViewOffsetStart();
                apply(adam, iteration, parameters, gradients, start, end - start, first);
            } else {
                for (int i = start; i < end; i++) {
                    parameters[i] -= gradients[i];
                }
            }
        }
    }

    private void apply(
            Adam adam, int iteration, float[] parameters, float[] gradients, int start, int count, int stateStart) {
        float beta1 = (float) adam.getBeta1();
        float beta2 = (float) adam.getBeta2();
        float epsilon = (float) adam.getEpsilon();
        int step = iteration + 1;
        double correction = Math.sqrt(1 - Math.pow(adam.getBeta2(), step)) / (1 - Math.pow(adam.getBeta1(), step));
        float rate = (float) (adam.getLearningRate(iteration, network.getEpochCount()) * correction);
        int squares = stateStart + count;
        for (int i = 0; i < count; i++) {
            float gradient = gradients[start + i];
            float mean = beta1 * state[stateStart + i] + (1 - beta1) * gradient;
            float square = beta2 * state[squares + i] + (1 - beta2) * gradient * gradient;
            state[stateStart + i] = mean;
            state[squares + i] = square;
            parameters[start + i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }

    @Override
    public void synchronize() {
        Views.write(state, stateOfNetwork);
    }
}
