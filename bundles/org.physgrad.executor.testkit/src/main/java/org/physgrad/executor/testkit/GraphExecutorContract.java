package org.physgrad.executor.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.api.NetworkExecution;
import org.physgrad.executor.dl4j.Dl4jExecutor;
import org.physgrad.networks.UNet;

/** Order of calls, shapes, refusals and memory of an executor that compiles graphs. */
public abstract class GraphExecutorContract extends ExecutorContract {

    private static final long[] FIELD = {1, 8, 8};

    /**
     * Counts the memory of open plans.
     *
     * @return size of all buffers in bytes
     */
    protected abstract long liveBytes();

    @Test
    void computesTheGridOfThePaper() {
        long[] field = {1, 80, 60};
        ComputationGraph network = unet(field);
        INDArray input = new RandomArrays(5).drawFloats(2, 1, 80, 60);
        try (NetworkExecution reference = new Dl4jExecutor().open(network, field, 2, 1);
                NetworkExecution execution = executor().open(network, field, 2, 1)) {
            Tensors.assertClose("output", reference.forward(input), execution.forward(input), 1e-4);
        }
    }

    @Test
    void readsArraysInAnyOrder() {
        ComputationGraph network = unet(FIELD);
        INDArray input = new RandomArrays(5).drawFloats(2, 1, 8, 8);
        try (NetworkExecution execution = executor().open(network, FIELD, 2, 1)) {
            INDArray expected = execution.forward(input).dup();
            assertEquals(expected, execution.forward(input.dup('f')));
            INDArray padded = Nd4j.concat(1, input, input);
            assertEquals(expected, execution.forward(padded.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 2))));
        }
    }

    @Test
    void refusesByTheNameOfTheLayer() {
        assertRefusal(
                "layer 'second' uses GaussianDropout, not Dropout with one probability",
                layer(3).dropOut(new GaussianDropout(0.5)).build());
        assertRefusal(
                "layer 'second' has dropout, which does nothing in a layer of the kind ActivationLayer",
                new ActivationLayer.Builder()
                        .activation(Activation.TANH)
                        .dropOut(0.5)
                        .build());
        assertRefusal("layer 'second' is a LocalResponseNormalization", new LocalResponseNormalization());
        assertRefusal(
                "layer 'second' uses the activation softmax",
                layer(3).activation(Activation.SOFTMAX).build());
    }

    private static ConvolutionLayer.Builder layer(int channels) {
        return new ConvolutionLayer.Builder(1, 1).nOut(channels);
    }

    private void assertRefusal(String expected, Layer second) {
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.convolutional(8, 8, 1))
                .addLayer("first", layer(3).build(), "input")
                .addLayer("second", second, "first")
                .setOutputs("second")
                .build());
        network.init();
        long before = liveBytes();
        assertEquals(Optional.of(expected), executor().refuses(network, FIELD));
        assertEquals(before, liveBytes(), "a refused network leaves nothing behind");
        String message = assertThrows(
                        IllegalArgumentException.class, () -> executor().open(network, FIELD, 2, 1))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void refusesDoublePrecision() {
        ComputationGraph network =
                new ComputationGraph(new UNet(2, 4).configure(FIELD, FIELD, new Adam(1e-3), DataType.DOUBLE));
        network.init();
        assertTrue(executor().refuses(network, FIELD).orElse("fits").contains("DOUBLE"));
    }

    @Test
    void refusesArraysOfTheWrongShape() {
        try (NetworkExecution execution = executor().open(unet(FIELD), FIELD, 2, 1)) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> execution.forward(Nd4j.zeros(DataType.FLOAT, 2, 1, 8, 9)))
                    .getMessage();
            assertTrue(message.contains("[2, 1, 8, 8]") && message.contains("[2, 1, 8, 9]"), message);
        }
    }

    @Test
    void insistsOnTheOrderOfTheSteps() {
        INDArray field = Nd4j.zeros(DataType.FLOAT, 2, 1, 8, 8);
        try (NetworkExecution execution = executor().open(unet(FIELD), FIELD, 2, 1)) {
            assertThrows(IllegalStateException.class, () -> execution.backward(field));
            execution.forward(field);
            assertThrows(IllegalStateException.class, execution::update);
        }
    }

    @Test
    void memoryStaysFlatAndCloseFreesIt() {
        ComputationGraph network = unet(FIELD);
        INDArray input = new RandomArrays(5).drawFloats(2, 1, 8, 8);
        long before = liveBytes();
        try (NetworkExecution execution = executor().open(network, FIELD, 2, 1)) {
            step(execution, input);
            long opened = liveBytes();
            assertTrue(opened > before);
            long resident = 0;
            for (int step = 0; step < 5000; step++) {
                step(execution, input);
                if (step == 500) {
                    resident = Pointer.physicalBytes();
                }
            }
            assertEquals(opened, liveBytes());
            long growth = Pointer.physicalBytes() - resident;
            assertTrue(growth < 100L << 20, "grew by " + growth + " bytes in 4,500 steps");
        }
        assertEquals(before, liveBytes());
    }

    @Test
    void openingAndClosingManyTimesLeavesNothingBehind() {
        ComputationGraph network = unet(FIELD);
        long resident = 0;
        for (int round = 0; round < 60; round++) {
            executor().open(network, FIELD, 64, 1).close();
            if (round == 20) {
                resident = Pointer.physicalBytes();
            }
        }
        long growth = Pointer.physicalBytes() - resident;
        assertTrue(growth < 60L << 20, "grew by " + growth + " bytes in 40 rounds");
    }

    private static void step(NetworkExecution execution, INDArray input) {
        execution.backward(execution.forward(input));
        execution.update();
    }

    private static ComputationGraph unet(long[] field) {
        ComputationGraph network = new ComputationGraph(new UNet(4, 16).configure(field, field, new Adam(1e-3)));
        network.init();
        return network;
    }
}
