package org.physgrad.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.ml.MlPlatform;

class UNetTest {

    private static final long[] FIELD = {1, 16, 16};

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    @Test
    void countsTheParametersOfThePaper() {
        assertEquals(37_697, trainable(network(new UNet(4, 16), new long[] {1, 64, 64}, new long[] {1, 64, 64})));
        assertEquals(49_570, trainable(network(new UNet(5, 16), new long[] {2, 64, 64}, new long[] {2, 64, 64})));
    }

    private static long trainable(ComputationGraph network) {
        return Arrays.stream(network.getLayers())
                .mapToLong(layer -> layer instanceof BatchNormalization
                        ? layer.getParam("gamma").length()
                                + layer.getParam("beta").length()
                        : layer.numParams())
                .sum();
    }

    @Test
    void namesItsLayers() {
        ComputationGraph network = network(new UNet(2, 3), new long[] {1, 5, 6}, new long[] {1, 5, 6});
        List<String> names = network.getConfiguration().getTopologicalOrderStr();
        assertEquals(
                List.of(
                        "inc-1-conv",
                        "inc-1-norm",
                        "inc-1-relu",
                        "inc-2-conv",
                        "inc-2-norm",
                        "inc-2-relu",
                        "down1-pool"),
                names.subList(1, 8));
        assertTrue(names.containsAll(List.of("down1-2-relu", "up1-upsample", "up1-pad", "up1-merge", "up1-1-conv")));
        assertEquals("output", names.get(names.size() - 1));
        assertEquals(
                List.of("inc-2-relu", "up1-pad"),
                network.getConfiguration().getVertexInputs().get("up1-merge"));
    }

    @Test
    void keepsTheGridWhereHalvingRoundsDown() {
        ComputationGraph network = network(new UNet(4, 4), new long[] {2, 20, 15}, new long[] {3, 20, 15});
        INDArray output = network.outputSingle(true, Nd4j.randn(DataType.FLOAT, 2, 2, 20, 15));
        assertArrayEquals(new long[] {2, 3, 20, 15}, output.shape());
    }

    @Test
    void survivesJson() {
        String json = network(new UNet(3, 8), FIELD, FIELD).getConfiguration().toJson();
        assertEquals(json, ComputationGraphConfiguration.fromJson(json).toJson());
    }

    @Test
    void drawsWeightsWithinTheBoundOfTheirFanIn() {
        ComputationGraph network = network(new UNet(4, 16), FIELD, FIELD);
        new UNet(4, 16).initialize(network, new Random(7));
        for (Layer layer : network.getLayers()) {
            if (layer instanceof BatchNormalization) {
                assertConstant(1, layer.getParam("gamma"));
                assertConstant(0, layer.getParam("beta"));
                assertConstant(0, layer.getParam("mean"));
                assertConstant(1, layer.getParam("var"));
            }
        }
        INDArray weights = network.getLayer("up1-1-conv").getParam("W");
        INDArray biases = network.getLayer("up1-1-conv").getParam("b");
        double bound = 1 / Math.sqrt(32 * 9);
        assertTrue(weights.amaxNumber().doubleValue() <= bound, "weights exceed " + bound);
        assertTrue(biases.amaxNumber().doubleValue() <= bound, "biases exceed " + bound);
        // A uniform distribution's standard deviation is bound / sqrt(3); that of 4608 draws is known to 1 %.
        assertEquals(bound / Math.sqrt(3), weights.stdNumber().doubleValue(), 0.03 * bound);
        assertEquals(0, weights.meanNumber().doubleValue(), 0.04 * bound);
        assertTrue(biases.amaxNumber().doubleValue() > 0.5 * bound, "biases are drawn too");
    }

    private static void assertConstant(double value, INDArray array) {
        assertEquals(0, array.sub(value).amaxNumber().doubleValue());
    }

    @Test
    void drawsTheSameWeightsFromTheSameSeed() {
        UNet unet = new UNet(2, 4);
        ComputationGraph first = network(unet, FIELD, FIELD);
        ComputationGraph second = network(unet, FIELD, FIELD);
        unet.initialize(first, new Random(3));
        unet.initialize(second, new Random(3));
        assertEquals(first.params(), second.params());
        unet.initialize(second, new Random(4));
        assertTrue(first.params().sub(second.params()).amaxNumber().doubleValue() > 0.01);
    }

    @Test
    void refusesWhatDoesNotFitAndSaysWhy() {
        UNet unet = new UNet(4, 16);
        assertTrue(unet.refuses(FIELD, FIELD).isEmpty());
        assertReason("use 'mlp'", unet, new long[] {3}, new long[] {1});
        assertReason("16 x 16 cells and the output 8 x 16", unet, FIELD, new long[] {1, 8, 16});
        assertReason("at least 8 cells per axis, not 16 x 7", unet, new long[] {1, 16, 7}, new long[] {1, 16, 7});
        assertThrows(
                IllegalArgumentException.class, () -> unet.configure(new long[] {3}, new long[] {1}, new Sgd(0.1)));
        assertThrows(IllegalArgumentException.class, () -> new UNet(0, 16));
    }

    private static void assertReason(String expected, UNet unet, long[] input, long[] output) {
        String reason = unet.refuses(input, output).orElse("fits");
        assertTrue(reason.contains(expected), reason);
    }

    private static ComputationGraph network(UNet unet, long[] input, long[] output) {
        ComputationGraph network = new ComputationGraph(unet.configure(input, output, new Sgd(0.1)));
        network.init();
        return network;
    }
}
