package org.physgrad.executor.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.NetworkExecution;
import org.physgrad.ml.MlPlatform;
import org.physgrad.networks.UNet;

/** Compares the U-Net with PyTorch's, tensor by tensor: output, gradients, and parameters after steps of Adam. */
class ReferenceTest {

    private static final long[] FIELD = {1, 16, 16};
    private static final double LEARNING_RATE = 1e-3;
    private static final double BETA2 = 0.999;
    private static final double TORCH_EPSILON = 1e-8;

    private ComputationGraph network;
    private TorchLayout layout;
    private NetworkExecution execution;

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    private void open(DataType precision) {
        UNet unet = new UNet(4, 16);
        network = new ComputationGraph(unet.configure(FIELD, FIELD, new Adam(LEARNING_RATE), precision));
        network.init();
        layout = new TorchLayout(network, 4);
        layout.setParameters(NpyFile.read("unet_zero4_params0"));
        execution = new Dl4jExecutor().open(network, FIELD, 2, 1);
    }

    @AfterEach
    void close() {
        execution.close();
    }

    private INDArray field(String name) {
        return Nd4j.create(NpyFile.read(name), new long[] {2, 1, 16, 16}, DataType.DOUBLE)
                .castTo(network.params().dataType());
    }

    private double step() {
        INDArray residual = execution.forward(field("unet_zero4_in")).sub(field("unet_zero4_target"));
        execution.backward(residual);
        double norm = residual.castTo(DataType.DOUBLE).norm2Number().doubleValue();
        return 0.5 * norm * norm;
    }

    @Test
    void oneDnnHelpersRunTheConvolutions() {
        open(DataType.FLOAT);
        ConvolutionLayer convolution = (ConvolutionLayer) network.getLayer("inc-1-conv");
        assertEquals("MKLDNNConvHelper", convolution.getHelper().getClass().getSimpleName());
    }

    @Test
    void outputAndGradientsInDoublePrecision() {
        compareOutputAndGradients(DataType.DOUBLE, 1e-10);
    }

    @Test
    void outputAndGradientsInSinglePrecision() {
        compareOutputAndGradients(DataType.FLOAT, 1e-4);
    }

    private void compareOutputAndGradients(DataType precision, double tolerance) {
        open(precision);
        assertEquals(37_697, layout.length());
        INDArray output = execution.forward(field("unet_zero4_in"));
        double[] expectedOutput = NpyFile.read("unet_zero4_out");
        double[] actualOutput =
                output.castTo(DataType.DOUBLE).reshape(output.length()).toDoubleVector();
        assertClose("output", expectedOutput, actualOutput, tolerance * largest(expectedOutput));

        execution.backward(output.sub(field("unet_zero4_target")));
        compareGradients(tolerance);
        // The updater works on a copy: gradients stay as the loss has them.
        execution.update();
        compareGradients(tolerance);
    }

    private void compareGradients(double tolerance) {
        double[] expected = NpyFile.read("unet_zero4_grads");
        double[] actual = layout.fromFlat(execution.gradients());
        double whole = largest(expected);
        for (TorchLayout.Tensor tensor : layout.tensors()) {
            double[] want = part(expected, tensor);
            double scale = isTakenAway(tensor) ? whole : largest(want);
            assertClose(tensor.toString(), want, part(actual, tensor), tolerance * scale);
        }
    }

    /** Batch normalization takes a bias before it away again: the gradient of that bias is zero but for rounding, on the scale of the others. */
    private static boolean isTakenAway(TorchLayout.Tensor tensor) {
        return tensor.layer().endsWith("-conv") && tensor.parameter().equals("b");
    }

    @Test
    void adamStepsInDoublePrecision() {
        compareSteps(DataType.DOUBLE, true, 1e-8);
    }

    @Test
    void adamStepsInDoublePrecisionWithPlainEpsilon() {
        compareSteps(DataType.DOUBLE, false, 1e-4);
    }

    @Test
    void adamStepsInSinglePrecision() {
        compareSteps(DataType.FLOAT, true, 1e-4);
    }

    /**
     * Compares five steps.
     *
     * @param torchEpsilon scales ND4J's epsilon so that it means what PyTorch's does; the two differ by the bias correction
     */
    private void compareSteps(DataType precision, boolean torchEpsilon, double tolerance) {
        open(precision);
        double[] losses = NpyFile.read("unet_zero4_losses5");
        for (int step = 1; step <= 5; step++) {
            double scale = torchEpsilon ? Math.sqrt(1 - Math.pow(BETA2, step)) : 1;
            setEpsilon(TORCH_EPSILON * scale);
            assertEquals(losses[step - 1], step(), tolerance * losses[step - 1], "loss before step " + step);
            execution.update();
            if (step == 1 || step == 5) {
                compareParameters(step, tolerance);
            }
        }
        assertEquals(5, network.getIterationCount());
    }

    private void compareParameters(int step, double tolerance) {
        double[] expected = NpyFile.read("unet_zero4_params" + step);
        double[] actual = layout.parameters();
        for (TorchLayout.Tensor tensor : layout.tensors()) {
            double[] want = part(expected, tensor);
            // Adam blows the rounding errors of a zero gradient up to steps as large as the learning rate, in either
            // direction.
            double allowed = isTakenAway(tensor) ? 2 * step * LEARNING_RATE : tolerance * largest(want);
            assertClose("step " + step + " " + tensor, want, part(actual, tensor), allowed);
        }
    }

    private void setEpsilon(double epsilon) {
        network.getUpdater().getUpdaterBlocks().forEach(block -> {
            if (block.getGradientUpdater().getConfig() instanceof Adam adam) {
                adam.setEpsilon(epsilon);
            }
        });
    }

    private static double[] part(double[] values, TorchLayout.Tensor tensor) {
        return Arrays.copyOfRange(values, tensor.offset(), tensor.offset() + tensor.length());
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
        }
        assertTrue(worst <= tolerance, what + " differs by " + worst + ", more than " + tolerance);
    }
}
