package org.physgrad.executor.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.onednn.plan.Precision;
import org.physgrad.executor.testkit.Networks;
import org.physgrad.executor.testkit.RandomArrays;

/** What eight significant bits between layers change: little, and nothing that is not asked for. */
class Bfloat16ExecutorTest {

    private static final long SEED = 7;
    private static final int BATCH = 16;

    private final NetworkExecutor executor = new Bfloat16Executor();
    private final NetworkExecutor exact = new OneDnnExecutor();

    @Test
    void isTakenByNameOnly() {
        assertTrue(executor.rank() < 0);
        assertEquals(0x1p-9, executor.unitRoundoff());
    }

    @Test
    void refusesProcessorsWithoutSuchNumbers() {
        Optional<String> missing = Precision.BFLOAT16.missing();
        assumeTrue(missing.isPresent(), "this processor has bfloat16 instructions");
        ComputationGraph network = Networks.UNET.create(new Adam(1e-3));
        assertEquals(missing, executor.refuses(network, Networks.UNET.input()));
        assertTrue(executor.availability().contains("AVX512_BF16"), executor.availability());
        String message = assertThrows(
                        IllegalArgumentException.class, () -> executor.open(network, Networks.UNET.input(), 2, 1))
                .getMessage();
        assertTrue(message.contains("'onednn-bf16'") && message.contains("AVX512_BF16"), message);
    }

    /**
     * In a smooth network little but the rounding is left. Where rounding moves a value over the kink of a ReLU, or makes another cell the largest of its window, the
     * derivative of that cell jumps; most of a gradient is still there.
     */
    @ParameterizedTest
    @EnumSource(Networks.class)
    void outputAndGradientsPointWhereThoseOfFloat32Do(Networks kind) {
        assumeProcessor();
        ComputationGraph network = kind.create(new Adam(1e-3));
        INDArray input = fields(SEED, kind.input());
        INDArray target = fields(SEED + 1, kind.output());
        try (NetworkExecution expected = exact.open(network, kind.input(), BATCH, 1);
                NetworkExecution actual = executor.open(network, kind.input(), BATCH, 1)) {
            INDArray want = expected.forward(input);
            assertDiffersLittle("output of " + kind, want, actual.forward(input), 0.05);
            INDArray residual = want.sub(target);
            expected.backward(residual);
            actual.backward(residual);
            double allowed = kind == Networks.SMOOTH ? 0.02 : 0.4;
            assertDiffersLittle("gradients of " + kind, expected.gradients(), actual.gradients(), allowed);
        }
    }

    private static void assertDiffersLittle(String what, INDArray expected, INDArray actual, double allowed) {
        double difference = expected.distance2(actual) / expected.norm2Number().doubleValue();
        assertTrue(difference > 0, what + ": nothing is rounded");
        assertTrue(difference < allowed, what + " differs by " + difference);
    }

    @Test
    void learnsAsFastAsFloat32() {
        assumeProcessor();
        double[] losses = losses(executor);
        double[] expected = losses(exact);
        for (int step = 0; step < losses.length; step++) {
            assertEquals(expected[step], losses[step], 0.05 * expected[step], "loss before step " + step);
        }
    }

    @Test
    void givesTheSameBytesTwice() {
        assumeProcessor();
        assertEquals(trained(), trained());
    }

    private INDArray trained() {
        ComputationGraph network = Networks.UNET.create(new Adam(1e-3));
        try (NetworkExecution execution = executor.open(network, Networks.UNET.input(), BATCH, 1)) {
            step(execution);
            step(execution);
            execution.synchronize();
        }
        return network.params().dup();
    }

    private static double[] losses(NetworkExecutor executor) {
        ComputationGraph network = Networks.UNET.create(new Adam(1e-3));
        double[] losses = new double[30];
        try (NetworkExecution execution = executor.open(network, Networks.UNET.input(), BATCH, 1)) {
            for (int step = 0; step < losses.length; step++) {
                losses[step] = step(execution);
            }
        }
        return losses;
    }

    /** Learns to halve a field. */
    private static double step(NetworkExecution execution) {
        INDArray input = fields(SEED, Networks.UNET.input());
        INDArray residual = execution.forward(input).sub(input.mul(0.5));
        execution.backward(residual);
        execution.update();
        return residual.norm2Number().doubleValue();
    }

    private static INDArray fields(long seed, long... shape) {
        long[] all = new long[shape.length + 1];
        all[0] = BATCH;
        System.arraycopy(shape, 0, all, 1, shape.length);
        return new RandomArrays(seed).draw(all).castTo(DataType.FLOAT);
    }

    private void assumeProcessor() {
        Optional<String> missing = Precision.BFLOAT16.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
    }
}
