package org.physgrad.executor.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.api.NetworkExecution;

/** Inverted dropout: what it does to a field, its gradient, and that it draws the same masks again. */
public abstract class DropoutContract extends ExecutorContract {

    private static final long[] FIELD = {2, 6, 8};
    private static final int BATCH = 3;
    private static final double KEEP = 0.7;

    private final RandomArrays random = new RandomArrays(13);

    @TempDir
    private Path folder;

    @Test
    void keepsTheShareOfEntriesItIsToldAndTheirMean() {
        int cells = 64 * 64;
        long[] field = {1, 64, 64};
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Sgd(0))
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.convolutional(64, 64, 1))
                .addLayer("drop", new DropoutLayer(KEEP), "input")
                .addLayer("output", convolution(1, 1, Activation.IDENTITY).build(), "drop")
                .setOutputs("output")
                .build());
        network.init();
        network.params().assign(1);
        network.getLayer("output").getParam("b").assign(0);
        INDArray ones = random.drawFloats(2, 1, 64, 64).assign(1);
        try (NetworkExecution execution = executor().open(network, field, 2, 1)) {
            float[] first = execution.forward(ones).dup().data().asFloat();
            float[] again = execution.forward(ones).dup().data().asFloat();
            execution.backward(ones);
            execution.update();
            float[] next = execution.forward(ones).dup().data().asFloat();

            int kept = 0;
            for (float value : first) {
                assertTrue(value == 0 || value == (float) (1 / KEEP), "a factor of " + value);
                kept += value == 0 ? 0 : 1;
            }
            double spread = Math.sqrt(first.length * KEEP * (1 - KEEP));
            assertEquals(first.length * KEEP, kept, 4 * spread);
            assertArrayEquals(first, again, "one iteration has one mask");
            double expectedChanges = 2 * KEEP * (1 - KEEP) * first.length;
            assertEquals(expectedChanges, differences(first, next), 0.1 * expectedChanges);
            float[] oneExample = Arrays.copyOf(first, cells);
            float[] other = Arrays.copyOfRange(first, cells, 2 * cells);
            assertEquals(expectedChanges / 2, differences(oneExample, other), 0.1 * expectedChanges);
        }
    }

    private static int differences(float[] one, float[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }

    /** The loss is the inner product of the output with fixed weights. */
    @Test
    void gradientAgreesWithFiniteDifferences() {
        ComputationGraph network = smooth(new Sgd(0));
        INDArray input = random.drawFloats(BATCH, 2, 6, 8);
        INDArray weights = random.drawFloats(BATCH, 3, 12, 16);
        INDArray gradients;
        try (NetworkExecution execution = executor().open(network, FIELD, BATCH, 1)) {
            execution.forward(input);
            execution.backward(weights);
            gradients = execution.gradients();
        }
        INDArray start = network.params().dup();
        double step = 1e-2;
        for (int trial = 0; trial < 5; trial++) {
            INDArray direction = random.drawFloats(start.shape());
            direction.divi(direction.norm2Number());
            network.params().assign(start.add(direction.mul(step)));
            double ahead = loss(network, input, weights);
            network.params().assign(start.sub(direction.mul(step)));
            double behind = loss(network, input, weights);
            double expected = (ahead - behind) / (2 * step);
            double actual = gradients.mul(direction).sumNumber().doubleValue();
            double scale = gradients.norm2Number().doubleValue() / Math.sqrt((double) gradients.length());
            assertEquals(expected, actual, 1e-2 * scale, "direction " + trial);
        }
    }

    private double loss(ComputationGraph network, INDArray input, INDArray weights) {
        try (NetworkExecution execution = executor().open(network, FIELD, BATCH, 1)) {
            return execution.forward(input).mul(weights).sumNumber().doubleValue();
        }
    }

    @Test
    void goesOnFromACheckpointWithTheSameBytes() throws IOException {
        INDArray input = random.drawFloats(BATCH, 2, 6, 8);
        INDArray target = random.drawFloats(BATCH, 3, 12, 16);
        ComputationGraph straight = smooth(new Adam(1e-2));
        train(straight, input, target, 8);

        ComputationGraph stopped = smooth(new Adam(1e-2));
        train(stopped, input, target, 3);
        File checkpoint = folder.resolve("checkpoint.zip").toFile();
        ModelSerializer.writeModel(stopped, checkpoint, true);
        ComputationGraph resumed = ModelSerializer.restoreComputationGraph(checkpoint, true);
        train(resumed, input, target, 5);

        assertArrayEquals(
                straight.params().data().asFloat(), resumed.params().data().asFloat());
    }

    private void train(ComputationGraph network, INDArray input, INDArray target, int steps) {
        try (NetworkExecution execution = executor().open(network, FIELD, BATCH, 1)) {
            for (int step = 0; step < steps; step++) {
                execution.backward(execution.forward(input).sub(target));
                execution.update();
            }
            execution.synchronize();
        }
    }

    /** Dropout wherever DL4J applies it, on the input and on merged channels, too; no kinks. */
    private static ComputationGraph smooth(IUpdater updater) {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(updater)
                .miniBatch(false)
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.convolutional(6, 8, 2))
                .addLayer(
                        "first",
                        convolution(3, 16, Activation.TANH).dropOut(KEEP).build(),
                        "input")
                .addLayer("second", convolution(3, 16, Activation.SIGMOID).build(), "first")
                .addVertex("merge", new MergeVertex(), "first", "second")
                .addLayer("drop", new DropoutLayer(KEEP), "merge")
                .addLayer(
                        "third",
                        convolution(3, 16, Activation.TANH).dropOut(KEEP).build(),
                        "drop")
                .addLayer("fine", new Upsampling2D.Builder(2).dropOut(KEEP).build(), "third")
                .addLayer("output", convolution(1, 3, Activation.IDENTITY).build(), "fine")
                .setOutputs("output")
                .build());
        network.init();
        return network;
    }

    private static ConvolutionLayer.Builder convolution(int kernel, int channels, Activation activation) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(channels)
                .activation(activation);
    }
}
