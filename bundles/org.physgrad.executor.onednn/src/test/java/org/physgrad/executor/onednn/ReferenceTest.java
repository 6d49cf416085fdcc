package org.physgrad.executor.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.dl4j.Dl4jExecutor;
import org.physgrad.ml.MlPlatform;

/** Compares the U-Net of both executors with PyTorch's in double precision, tensor by tensor: output, gradients, and parameters after five steps of Adam. */
class ReferenceTest {

    private static final double RATE = 1e-3;
    private static final double BETA2 = 0.999;
    private static final double TORCH_EPSILON = 1e-8;
    private static final int STEPS = 5;

    /** Who computes, and how closely output, gradients and losses have to agree. */
    private enum Computation {
        ONEDNN(DataType.FLOAT, 1e-4) {
            @Override
            NetworkExecutor executor() {
                return new OneDnnExecutor();
            }
        },
        DL4J(DataType.FLOAT, 1e-4) {
            @Override
            NetworkExecutor executor() {
                return new Dl4jExecutor();
            }
        },
        DL4J_IN_DOUBLE_PRECISION(DataType.DOUBLE, 1e-10) {
            @Override
            NetworkExecutor executor() {
                return new Dl4jExecutor();
            }
        };

        private final DataType precision;
        private final double tolerance;

        Computation(DataType precision, double tolerance) {
            this.precision = precision;
            this.tolerance = tolerance;
        }

        abstract NetworkExecutor executor();

        /** The reference's network before the first step. */
        ComputationGraph network() {
            ComputationGraph network = Networks.UNET.create(new Adam(RATE));
            if (precision == DataType.DOUBLE) {
                network = Networks.UNET.inDoublePrecision(network, new Adam(RATE));
            }
            new TorchLayout(network, 4).setParameters(NpyFile.read("unet_zero4_params0"));
            return network;
        }

        NetworkExecution open(ComputationGraph network) {
            return executor().open(network, Networks.UNET.input(), 2, 1);
        }

        INDArray field(String name) {
            return Nd4j.create(NpyFile.read(name), new long[] {2, 1, 16, 16}, DataType.DOUBLE)
                    .castTo(precision);
        }
    }

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    @ParameterizedTest
    @EnumSource
    void outputAndGradients(Computation computation) {
        ComputationGraph network = computation.network();
        try (NetworkExecution execution = computation.open(network)) {
            INDArray output = execution.forward(computation.field("unet_zero4_in"));
            Tensors.assertClose("output", computation.field("unet_zero4_out"), output, computation.tolerance);
            execution.backward(output.sub(computation.field("unet_zero4_target")));
            compareGradients(network, execution, computation.tolerance);
            // The updater works on a copy: gradients stay as the loss has them.
            execution.update();
            compareGradients(network, execution, computation.tolerance);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiveStepsOfAdam(Computation computation) {
        ComputationGraph network = computation.network();
        try (NetworkExecution execution = computation.open(network)) {
            steps(computation, execution, 1e-4, step -> {});
        }
        compareParameters(network, 1e-4);
    }

    /** ND4J's epsilon and PyTorch's differ by the bias correction; scaled by it, all that is left is rounding. */
    @Test
    void fiveStepsOfAdamWithTheSameEpsilon() {
        Computation computation = Computation.DL4J_IN_DOUBLE_PRECISION;
        ComputationGraph network = computation.network();
        try (NetworkExecution execution = computation.open(network)) {
            steps(
                    computation,
                    execution,
                    1e-8,
                    step -> setEpsilon(network, TORCH_EPSILON * Math.sqrt(1 - Math.pow(BETA2, step))));
        }
        compareParameters(network, 1e-8);
    }

    private interface BeforeUpdate {
        void prepare(int step);
    }

    private static void steps(
            Computation computation, NetworkExecution execution, double tolerance, BeforeUpdate before) {
        INDArray input = computation.field("unet_zero4_in");
        INDArray target = computation.field("unet_zero4_target");
        double[] losses = NpyFile.read("unet_zero4_losses5");
        for (int step = 1; step <= STEPS; step++) {
            INDArray residual = execution.forward(input).sub(target);
            double norm = residual.castTo(DataType.DOUBLE).norm2Number().doubleValue();
            double loss = losses[step - 1];
            assertEquals(loss, 0.5 * norm * norm, tolerance * loss, "loss before step " + step);
            execution.backward(residual);
            before.prepare(step);
            execution.update();
        }
        execution.synchronize();
    }

    private static void setEpsilon(ComputationGraph network, double epsilon) {
        network.getUpdater().getUpdaterBlocks().forEach(block -> {
            if (block.getGradientUpdater().getConfig() instanceof Adam adam) {
                adam.setEpsilon(epsilon);
            }
        });
    }

    private static void compareGradients(ComputationGraph network, NetworkExecution execution, double tolerance) {
        TorchLayout layout = new TorchLayout(network, 4);
        double[] expected = NpyFile.read("unet_zero4_grads");
        compare(layout, expected, layout.fromFlat(execution.gradients()), tolerance, tolerance * largest(expected));
    }

    private static void compareParameters(ComputationGraph network, double tolerance) {
        TorchLayout layout = new TorchLayout(network, 4);
        // Where a gradient is nothing but rounding, Adam makes whole steps of it.
        compare(layout, NpyFile.read("unet_zero4_params5"), layout.parameters(), tolerance, 2 * STEPS * RATE);
    }

    /** Every tensor by its own scale, but for the biases whose true gradient is zero. */
    private static void compare(
            TorchLayout layout, double[] expected, double[] actual, double tolerance, double biasAllowance) {
        assertEquals(expected.length, layout.length());
        for (TorchLayout.Tensor tensor : layout.tensors()) {
            double[] want = part(expected, tensor);
            double[] got = part(actual, tensor);
            double allowed = Tensors.isTakenAway(tensor.toString()) ? biasAllowance : tolerance * largest(want);
            double difference = 0;
            for (int i = 0; i < want.length; i++) {
                difference = Math.max(difference, Math.abs(want[i] - got[i]));
            }
            assertTrue(difference <= allowed, tensor + " differs by " + difference + ", more than " + allowed);
        }
    }

    private static double[] part(double[] values, TorchLayout.Tensor tensor) {
        return Arrays.copyOfRange(values, tensor.offset(), tensor.offset() + tensor.length());
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }
}
