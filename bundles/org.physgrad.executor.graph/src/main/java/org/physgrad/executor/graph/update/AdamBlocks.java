package org.physgrad.executor.graph.update;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The parts of the flat parameters that Adam updates with one setting each, in ND4J's form:
 *
 * <pre>p -= learningRate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon).</pre>
 *
 * DL4J cuts the vector into blocks at the running statistics of batch normalization, whose changes are subtracted as they are, and keeps {@code m} and then
 * {@code v} of each block in its updater state.
 */
public final class AdamBlocks {

    /**
     * A part of the flat parameters.
     *
     * @param start its first entry
     * @param count how many entries it has
     * @param stateStart where the means m of its gradients start in the updater state; the means v of their squares follow, as many as entries
     * @param adam the setting, empty where the gradient is subtracted as it is
     */
    public record Block(int start, int count, int stateStart, Optional<Adam> adam) {

        private static Block of(UpdaterBlock block) {
            int start = block.getParamOffsetStart();
            return new Block(
                    start,
                    block.getParamOffsetEnd() - start,
                    block.getUpdaterViewOffsetStart(),
                    updater(block) instanceof Adam adam ? Optional.of(adam) : Optional.empty());
        }
    }

    private final ComputationGraph network;
    private final List<Block> blocks;

    private AdamBlocks(ComputationGraph network, List<Block> blocks) {
        this.network = network;
        this.blocks = blocks;
    }

    /**
     * Finds the blocks of a network.
     *
     * @param network the initialised network
     * @return its blocks, empty unless Adam is all that the network asks for: no other updater, regularization or clipping
     */
    public static Optional<AdamBlocks> of(ComputationGraph network) {
        List<UpdaterBlock> blocks = network.getUpdater().getUpdaterBlocks();
        boolean adamAlone = !network.conf().isMiniBatch()
                && blocks.stream().allMatch(AdamBlocks::isAdamOrNothing)
                && blocks.stream().anyMatch(block -> updater(block) instanceof Adam);
        return adamAlone
                ? Optional.of(
                        new AdamBlocks(network, blocks.stream().map(Block::of).toList()))
                : Optional.empty();
    }

    private static boolean isAdamOrNothing(UpdaterBlock block) {
        IUpdater updater = updater(block);
        return (updater.getClass() == Adam.class || updater instanceof NoOp)
                && block.getLayersAndVariablesInBlock().stream().allMatch(AdamBlocks::isPlain);
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

    /**
     * Gives the blocks.
     *
     * @return blocks that together cover the flat parameters
     */
    public List<Block> blocks() {
        return blocks;
    }

    /**
     * Tells how far a step goes.
     *
     * @param adam setting of a block
     * @param iteration number of updates before this one, as DL4J counts
     * @return factor of {@code m / (sqrt(v) + epsilon)}: the learning rate with the corrections for means that started at zero
     */
    public float rate(Adam adam, int iteration) {
        int step = iteration + 1;
        double correction = Math.sqrt(1 - Math.pow(adam.getBeta2(), step)) / (1 - Math.pow(adam.getBeta1(), step));
        return (float) (adam.getLearningRate(iteration, network.getEpochCount()) * correction);
    }
}
