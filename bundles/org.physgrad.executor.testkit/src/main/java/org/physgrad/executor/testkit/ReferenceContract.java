package org.physgrad.executor.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;

/** Compares an executor's U-Net with PyTorch's in double precision, tensor by tensor: output, gradients, and parameters after five steps of Adam. */
public abstract class ReferenceContract extends ExecutorContract {

    private static final double RATE = 1e-3;
    private static final int STEPS = 5;

    private final DataType precision;
    private final double tolerance;

    /** Prepares the test of an executor that computes in single precision. */
    protected ReferenceContract() {
        this(DataType.FLOAT, 1e-4);
    }

    /**
     * Prepares the test.
     *
     * @param precision what the executor computes in
     * @param tolerance how closely output and gradients have to agree, relative to the largest number
     */
    protected ReferenceContract(DataType precision, double tolerance) {
        this.precision = precision;
        this.tolerance = tolerance;
    }

    /** The reference's network before the first step. */
    final ComputationGraph network() {
        ComputationGraph network = Networks.UNET.create(new Adam(RATE));
        if (precision == DataType.DOUBLE) {
            network = Networks.UNET.inDoublePrecision(network, new Adam(RATE));
        }
        new TorchLayout(network, 4).setParameters(NpyFile.read("unet_zero4_params0"));
        return network;
    }

    final NetworkExecution open(ComputationGraph network) {
        return executor().open(network, Networks.UNET.input(), 2, 1);
    }

    private INDArray field(String name) {
        return Nd4j.create(NpyFile.read(name), new long[] {2, 1, 16, 16}, DataType.DOUBLE)
                .castTo(precision);
    }

    @Test
    void outputAndGradients() {
        ComputationGraph network = network();
        try (NetworkExecution execution = open(network)) {
            INDArray output = execution.forward(field("unet_zero4_in"));
            Tensors.assertClose("output", field("unet_zero4_out"), output, tolerance);
            execution.backward(output.sub(field("unet_zero4_target")));
            compareGradients(network, execution);
            // The updater works on a copy: gradients stay as the loss has them.
            execution.update();
            compareGradients(network, execution);
        }
    }

    @Test
    void fiveStepsOfAdam() {
        ComputationGraph network = network();
        try (NetworkExecution execution = open(network)) {
            steps(execution, 1e-4, step -> {});
        }
        compareParameters(network, 1e-4);
    }

    /** Something to do before an update. */
    @FunctionalInterface
    interface BeforeUpdate {
        void prepare(int step);
    }

    final void steps(NetworkExecution execution, double allowed, BeforeUpdate before) {
        INDArray input = field("unet_zero4_in");
        INDArray target = field("unet_zero4_target");
        double[] losses = NpyFile.read("unet_zero4_losses5");
        for (int step = 1; step <= STEPS; step++) {
            INDArray residual = execution.forward(input).sub(target);
            double norm = residual.castTo(DataType.DOUBLE).norm2Number().doubleValue();
            double loss = losses[step - 1];
            assertEquals(loss, 0.5 * norm * norm, allowed * loss, "loss before step " + step);
            execution.backward(residual);
            before.prepare(step);
            execution.update();
        }
        execution.synchronize();
    }

    private void compareGradients(ComputationGraph network, NetworkExecution execution) {
        TorchLayout layout = new TorchLayout(network, 4);
        double[] expected = NpyFile.read("unet_zero4_grads");
        compare(layout, expected, layout.fromFlat(execution.gradients()), tolerance, tolerance * largest(expected));
    }

    static void compareParameters(ComputationGraph network, double tolerance) {
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
