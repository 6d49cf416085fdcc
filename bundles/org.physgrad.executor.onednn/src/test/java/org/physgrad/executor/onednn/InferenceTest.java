package org.physgrad.executor.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.executor.onednn.plan.Device;
import org.physgrad.executor.testkit.InferenceContract;
import org.physgrad.executor.testkit.Networks;
import org.physgrad.executor.testkit.RandomArrays;

class InferenceTest extends InferenceContract {

    @Override
    protected NetworkExecutor executor() {
        return new OneDnnExecutor();
    }

    @Test
    void takesLittleMemoryForManyExamplesAndCloseFreesIt() {
        long[] field = {1, 64, 64};
        ComputationGraph network = Networks.UNET.create(new Adam(1e-3));
        long before = Device.liveBytes();
        try (NetworkInference inference = executor().openInference(network, field, 10_000, 1)) {
            long bytes = Device.liveBytes() - before;
            assertTrue(bytes < 256L << 20, "10,000 fields of 64 x 64 are answered in " + bytes + " bytes");
            assertEquals(
                    40,
                    inference
                            .output(new RandomArrays(11).drawFloats(40, 1, 64, 64))
                            .size(0));
        }
        assertEquals(before, Device.liveBytes());
    }
}
