package org.physgrad.executor.testkit;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.dl4j.Dl4jExecutor;

/** The reference executor in double precision, which other executors are compared with. */
class Dl4jDoubleReferenceTest extends ReferenceContract {

    private static final double BETA2 = 0.999;
    private static final double TORCH_EPSILON = 1e-8;

    Dl4jDoubleReferenceTest() {
        super(DataType.DOUBLE, 1e-10);
    }

    @Override
    protected NetworkExecutor executor() {
        return new Dl4jExecutor();
    }

    /** ND4J's epsilon and PyTorch's differ by the bias correction; scaled by it, all that is left is rounding. */
    @Test
    void fiveStepsOfAdamWithTheSameEpsilon() {
        ComputationGraph network = network();
        try (NetworkExecution execution = open(network)) {
            steps(execution, 1e-8, step -> setEpsilon(network, TORCH_EPSILON * Math.sqrt(1 - Math.pow(BETA2, step))));
        }
        compareParameters(network, 1e-8);
    }

    private static void setEpsilon(ComputationGraph network, double epsilon) {
        network.getUpdater().getUpdaterBlocks().forEach(block -> {
            if (block.getGradientUpdater().getConfig() instanceof Adam adam) {
                adam.setEpsilon(epsilon);
            }
        });
    }
}
