package org.physgrad.executor.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.WeightOptimizer;
import org.physgrad.ml.MlPlatform;
import org.physgrad.networks.Mlp;
import org.physgrad.networks.UNet;
import org.physgrad.optimizers.AdamOptimizer;
import org.physgrad.optimizers.MomentumOptimizer;

class Dl4jExecutorTest {

    private static final long SEED = 42;
    private static final Set<String> RUNNING_STATISTICS = Set.of("mean", "var");

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    @BeforeEach
    void seed() {
        Nd4j.getRandom().setSeed(SEED);
    }

    @Test
    void oneDnnHelpersRunTheConvolutions() {
        ComputationGraph network = network(new UNet(4, 16), new long[] {1, 16, 16}, DataType.FLOAT);
        ConvolutionLayer convolution = (ConvolutionLayer) network.getLayer("inc-1-conv");
        assertEquals("MKLDNNConvHelper", convolution.getHelper().getClass().getSimpleName());
    }

    @Test
    void runsThePaperGridOf80By60() {
        long[] field = {1, 80, 60};
        UNet unet = new UNet(4, 4);
        ComputationGraph network = network(unet, field, DataType.FLOAT);
        INDArray before = network.params().dup();
        try (NetworkExecution execution = new Dl4jExecutor().open(network, field, 2, 1)) {
            INDArray output = execution.forward(Nd4j.randn(DataType.FLOAT, 2, 1, 80, 60));
            assertArrayEquals(new long[] {2, 1, 80, 60}, output.shape());
            execution.backward(output);
            execution.update();
        }
        assertTrue(before.sub(network.params()).amaxNumber().doubleValue() > 0);
        assertTrue(Double.isFinite(network.params().sumNumber().doubleValue()));
    }

    @Test
    void gradientsAgreeWithFiniteDifferencesOnOddGrids() {
        long[] field = {2, 6, 7};
        ComputationGraph network = network(new UNet(3, 3), field, DataType.DOUBLE);
        INDArray input = Nd4j.randn(DataType.DOUBLE, 2, 2, 6, 7);
        INDArray cotangent = Nd4j.randn(DataType.DOUBLE, 2, 2, 6, 7);
        try (NetworkExecution execution = new Dl4jExecutor().open(network, field, 2, 1)) {
            execution.forward(input);
            execution.backward(cotangent);
            INDArray gradients = execution.gradients().dup();
            double step = 1e-6;
            for (Layer layer : network.getLayers()) {
                for (Map.Entry<String, INDArray> parameter : layer.paramTable().entrySet()) {
                    if (!RUNNING_STATISTICS.contains(parameter.getKey())) {
                        long flat = parameter.getValue().offset();
                        double value = network.params().getDouble(flat);
                        network.params().putScalar(flat, value + step);
                        double above = dot(execution.forward(input), cotangent);
                        network.params().putScalar(flat, value - step);
                        double below = dot(execution.forward(input), cotangent);
                        network.params().putScalar(flat, value);
                        assertEquals(
                                (above - below) / (2 * step),
                                gradients.getDouble(flat),
                                1e-6 * gradients.amaxNumber().doubleValue(),
                                layer.conf().getLayer().getLayerName() + " " + parameter.getKey());
                    }
                }
            }
        }
    }

    private static double dot(INDArray a, INDArray b) {
        return a.mul(b).sumNumber().doubleValue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSavedNetworkContinuesBitEqual(boolean adam, @TempDir Path folder) throws IOException {
        WeightOptimizer optimizer = adam ? new AdamOptimizer(1e-3, 0.9, 0.999, 1e-8) : new MomentumOptimizer(1e-3, 0.9);
        long[] field = {1, 8, 8};
        UNet unet = new UNet(2, 4);
        ComputationGraph network = new ComputationGraph(unet.configure(field, field, optimizer.updater()));
        network.init();
        unet.initialize(network, new Random(SEED));
        INDArray input = Nd4j.randn(DataType.FLOAT, 3, 1, 8, 8);
        train(network, field, input, 3);

        File file = folder.resolve("model.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
        assertEquals(3, restored.getIterationCount());

        train(network, field, input, 2);
        train(restored, field, input, 2);
        assertArrayEquals(network.params().toFloatVector(), restored.params().toFloatVector(), 0);
    }

    @Test
    void masksOfDropoutAreThoseOfTheIteration(@TempDir Path folder) throws IOException {
        long[] features = {4};
        ComputationGraph network = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.feedForward(4))
                .addLayer("hidden", new DenseLayer.Builder().nOut(20).build(), "input")
                .addLayer(
                        "output", new DenseLayer.Builder().nOut(4).dropOut(0.5).build(), "hidden")
                .setOutputs("output")
                .build());
        network.init();
        INDArray input = Nd4j.randn(DataType.FLOAT, 3, 4);
        train(network, features, input, 3);
        File file = folder.resolve("model.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
        train(network, features, input, 2);
        train(restored, features, input, 2);
        assertArrayEquals(network.params().toFloatVector(), restored.params().toFloatVector(), 0);
    }

    private static void train(ComputationGraph network, long[] field, INDArray input, int steps) {
        try (NetworkExecution execution = new Dl4jExecutor().open(network, field, Math.toIntExact(input.size(0)), 1)) {
            for (int step = 0; step < steps; step++) {
                execution.backward(execution.forward(input));
                execution.update();
            }
            execution.synchronize();
        }
    }

    @Test
    void gradientsAreSumsOverTheBatch() {
        Mlp mlp = new Mlp(4);
        long[] number = {1};
        ComputationGraph network = new ComputationGraph(mlp.configure(number, number, new Sgd(0.5), DataType.DOUBLE));
        network.init();
        mlp.initialize(network, new Random(SEED));
        try (NetworkExecution execution = new Dl4jExecutor().open(network, number, 10, 1)) {
            execution.forward(Nd4j.ones(DataType.DOUBLE, 10, 1));
            execution.backward(Nd4j.ones(DataType.DOUBLE, 10, 1));
            INDArray bias = network.getLayer("output").getParam("b");
            double before = bias.getDouble(0);
            assertEquals(10, execution.gradients().getDouble(bias.offset()), 1e-12);
            execution.update();
            assertEquals(before - 0.5 * 10, bias.getDouble(0), 1e-12);
        }
    }

    @Test
    void forwardMayBeRepeatedAndLeavesNoWorkspaceOpen() {
        long[] field = {1, 8, 8};
        ComputationGraph network = network(new UNet(2, 4), field, DataType.FLOAT);
        INDArray input = Nd4j.randn(DataType.FLOAT, 2, 1, 8, 8);
        try (NetworkExecution execution = new Dl4jExecutor().open(network, field, 2, 1)) {
            INDArray first = execution.forward(input).dup();
            assertNull(Nd4j.getMemoryManager().getCurrentWorkspace());
            assertEquals(first, execution.forward(input));
            execution.backward(first);
            assertNull(Nd4j.getMemoryManager().getCurrentWorkspace());
            assertThrows(IllegalStateException.class, () -> execution.backward(first));
        }
    }

    @Test
    void refusesArraysOfTheWrongShape() {
        long[] field = {1, 8, 8};
        ComputationGraph network = network(new UNet(2, 4), field, DataType.FLOAT);
        try (NetworkExecution execution = new Dl4jExecutor().open(network, field, 2, 1)) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> execution.forward(Nd4j.zeros(DataType.FLOAT, 2, 1, 8, 9)))
                    .getMessage();
            assertTrue(message.contains("[2, 1, 8, 9], expected [batch, 1, 8, 8]"), message);
            assertThrows(
                    IllegalArgumentException.class, () -> execution.forward(Nd4j.zeros(DataType.FLOAT, 3, 1, 8, 8)));
        }
    }

    private static ComputationGraph network(UNet unet, long[] field, DataType precision) {
        ComputationGraph network = new ComputationGraph(unet.configure(field, field, new Sgd(0.1), precision));
        network.init();
        unet.initialize(network, new Random(SEED));
        return network;
    }
}
