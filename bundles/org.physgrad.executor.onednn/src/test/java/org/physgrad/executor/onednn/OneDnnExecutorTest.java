package org.physgrad.executor.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.onednn.plan.Device;
import org.physgrad.executor.testkit.GraphExecutorContract;
import org.physgrad.executor.testkit.Networks;
import org.physgrad.executor.testkit.RandomArrays;

class OneDnnExecutorTest extends GraphExecutorContract {

    @Override
    protected NetworkExecutor executor() {
        return new OneDnnExecutor();
    }

    @Override
    protected long liveBytes() {
        return Device.liveBytes();
    }

    /** Rounding errors in the place of a gradient that is zero would let Adam move the bias by whole steps. */
    @Test
    void biasThatANormalizationTakesAwayHasNoGradient() {
        ComputationGraph network = Networks.UNET.create(new Adam(1e-3));
        INDArray before = network.getLayer("inc-1-conv").getParam("b").dup();
        try (NetworkExecution execution = executor().open(network, Networks.UNET.input(), 2, 1)) {
            for (int step = 0; step < 2; step++) {
                execution.backward(execution.forward(new RandomArrays(5 + step).drawFloats(2, 1, 16, 16)));
                execution.update();
            }
            execution.synchronize();
        }
        assertEquals(before, network.getLayer("inc-1-conv").getParam("b"));
        assertNotEquals(0, network.getLayer("output").getParam("b").getDouble(0), "the last bias is not taken away");
    }
}
