package org.physgrad.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.ml.MlPlatform;

class MlpTest {

    private static final long[] NUMBER = {1};

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    private static ComputationGraph network(Mlp mlp) {
        ComputationGraph network = new ComputationGraph(mlp.configure(NUMBER, NUMBER, new Sgd(0.1), DataType.DOUBLE));
        network.init();
        return network;
    }

    @Test
    void countsTheParametersOfThePaper() {
        assertEquals(461, network(new Mlp(10, 20, 10)).numParams());
    }

    @Test
    void computesLayerByLayer() {
        Mlp mlp = new Mlp(2);
        ComputationGraph network = network(mlp);
        mlp.initialize(network, new Random(5));
        INDArray w = network.getLayer("hidden1").getParam("W");
        INDArray b = network.getLayer("hidden1").getParam("b");
        INDArray v = network.getLayer("output").getParam("W");
        double x = -1.5;
        double expected = network.getLayer("output").getParam("b").getDouble(0)
                + v.getDouble(0) * Math.max(0, w.getDouble(0) * x + b.getDouble(0))
                + v.getDouble(1) * Math.max(0, w.getDouble(1) * x + b.getDouble(1));
        INDArray input = Nd4j.create(new double[][] {{x}});
        assertEquals(expected, network.outputSingle(input).getDouble(0), 1e-14);
    }

    @Test
    void drawsWeightsAndBiasesWithinTheBoundOfTheirFanIn() {
        Mlp mlp = new Mlp(10, 20, 10);
        ComputationGraph network = network(mlp);
        mlp.initialize(network, new Random(1));
        // Layer hidden2 has 10 inputs and 20 outputs.
        double bound = 1 / Math.sqrt(10);
        double largest = network.getLayer("hidden2").params().amaxNumber().doubleValue();
        assertTrue(largest <= bound && largest > 0.9 * bound, largest + " against " + bound);
        double bias = network.getLayer("hidden2").getParam("b").amaxNumber().doubleValue();
        assertTrue(bias > 0.5 * bound, "biases are drawn too: " + bias);
    }

    @Test
    void refusesFields() {
        String reason = new Mlp(10).refuses(new long[] {1, 8, 8}, NUMBER).orElse("fits");
        assertTrue(reason.contains("use 'unet'"), reason);
        assertThrows(IllegalArgumentException.class, () -> new Mlp(10, 0));
    }
}
