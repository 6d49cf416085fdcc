package org.physgrad.executor.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.ml.MlPlatform;

/** Compares the U-Net with PyTorch's in double precision, tensor by tensor: output, gradients, and parameters after five steps of Adam. */
class ReferenceTest {

    private static final double TOLERANCE = 1e-4;
    private static final double RATE = 1e-3;
    private static final int STEPS = 5;

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    @Test
    void agreesWithPyTorch() {
        ComputationGraph network = Networks.UNET.create(new Adam(RATE));
        TorchLayout layout = new TorchLayout(network, 4);
        layout.setParameters(NpyFile.read("unet_zero4_params0"));
        INDArray input = field("unet_zero4_in");
        INDArray target = field("unet_zero4_target");
        double[] losses = NpyFile.read("unet_zero4_losses5");
        try (NetworkExecution execution = new OneDnnExecutor().open(network, Networks.UNET.input(), 2, 1)) {
            Tensors.assertClose("output", field("unet_zero4_out"), execution.forward(input), TOLERANCE);
            for (int step = 0; step < STEPS; step++) {
                INDArray residual = execution.forward(input).sub(target);
                double norm = residual.norm2Number().doubleValue();
                assertEquals(losses[step], 0.5 * norm * norm, TOLERANCE * losses[step], "loss before step " + step);
                execution.backward(residual);
                if (step == 0) {
                    double[] expected = NpyFile.read("unet_zero4_grads");
                    compare(layout, expected, layout.fromFlat(execution.gradients()), TOLERANCE * largest(expected));
                }
                execution.update();
            }
            execution.synchronize();
        }
        // Where a gradient is nothing but rounding, Adam makes whole steps of it.
        compare(layout, NpyFile.read("unet_zero4_params5"), layout.parameters(), 2 * STEPS * RATE);
    }

    private static INDArray field(String name) {
        return Nd4j.create(NpyFile.read(name), new long[] {2, 1, 16, 16}, DataType.DOUBLE)
                .castTo(DataType.FLOAT);
    }

    /** Every tensor by its own scale, but for the biases whose true gradient is zero. */
    private static void compare(TorchLayout layout, double[] expected, double[] actual, double biasAllowance) {
        assertEquals(expected.length, layout.length());
        for (TorchLayout.Tensor tensor : layout.tensors()) {
            double[] want = part(expected, tensor);
            double[] got = part(actual, tensor);
            double allowed = Tensors.isTakenAway(tensor.toString()) ? biasAllowance : TOLERANCE * largest(want);
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
