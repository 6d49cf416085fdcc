package org.physgrad.executor.testkit;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.executor.dl4j.Dl4jExecutor;

/** The same network on the reference executor in double precision: output, gradients, parameters and running statistics. */
public abstract class AgreementContract extends ExecutorContract {

    private static final long SEED = 7;
    private static final int BATCH = 3;
    private static final double TOLERANCE = 1e-4;
    private static final double RATE = 1e-3;
    private static final int STEPS = 5;

    @ParameterizedTest
    @EnumSource(Networks.class)
    void agreesWithTheReferenceExecutor(Networks kind) {
        ComputationGraph network = kind.create(new Adam(RATE));
        ComputationGraph reference = kind.inDoublePrecision(network, new Adam(RATE));
        RandomArrays random = new RandomArrays(SEED);
        INDArray input = random.draw(withBatch(kind.input()));
        INDArray target = random.draw(withBatch(kind.output()));
        try (NetworkExecution expected = new Dl4jExecutor().open(reference, kind.input(), BATCH, 1);
                NetworkExecution actual = executor().open(network, kind.input(), BATCH, 1)) {
            for (int step = 0; step < STEPS; step++) {
                INDArray want = expected.forward(input);
                INDArray got = actual.forward(input.castTo(DataType.FLOAT));
                expected.backward(want.sub(target));
                actual.backward(got.sub(target.castTo(DataType.FLOAT)));
                if (step == 0) {
                    Tensors.assertClose("output", want, got, TOLERANCE);
                    Tensors.assertClose(network, expected.gradients(), actual.gradients(), Tensors.relative(TOLERANCE));
                }
                expected.update();
                actual.update();
            }
            actual.synchronize();
        }
        Tensors.assertClose(network, reference.params(), network.params(), afterSteps(kind));
    }

    /**
     * Where a gradient is nothing but rounding, Adam makes steps of any size up to the learning rate: so differ the biases in front of a normalization, and the
     * running means behind them. A value on a kink may fall to either side, which shows in the few steps of small fields; without kinks the agreement is that of
     * the gradients. ({@link ReferenceTest} has fields where none falls differently.)
     */
    private static Tensors.Allowance afterSteps(Networks kind) {
        if (kind == Networks.SMOOTH) {
            return (tensor, own, all) -> TOLERANCE * Math.max(own, STEPS * RATE);
        }
        return (tensor, own, all) -> {
            boolean drifts = Tensors.isTakenAway(tensor) || tensor.endsWith("-norm/mean");
            return STEPS * RATE * (drifts ? 2 : 0.1);
        };
    }

    private static long[] withBatch(long[] shape) {
        long[] all = new long[shape.length + 1];
        Arrays.setAll(all, axis -> axis == 0 ? BATCH : shape[axis - 1]);
        return all;
    }
}
