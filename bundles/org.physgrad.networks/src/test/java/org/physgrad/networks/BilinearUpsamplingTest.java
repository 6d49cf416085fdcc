package org.physgrad.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.ml.MlPlatform;

class BilinearUpsamplingTest {

    private static final LayerWorkspaceMgr HEAP = LayerWorkspaceMgr.noWorkspaces();

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    private static BilinearUpsamplingLayer layer(DataType type) {
        BilinearUpsampling configuration = new BilinearUpsampling();
        NeuralNetConfiguration owner =
                new NeuralNetConfiguration.Builder().layer(configuration).build();
        return configuration.instantiate(owner, List.of(), 0, null, true, type);
    }

    @Test
    void interpolatesBetweenCellCentres() {
        INDArray input = Nd4j.create(new double[] {0, 8, 16, 24}, new long[] {1, 1, 2, 2}, DataType.DOUBLE);
        INDArray output = layer(DataType.DOUBLE).activate(input, true, HEAP);
        // Rows (x) run 0, 4, 12, 16 along the first column; columns (y) add 0, 2, 6, 8.
        double[] expected = {0, 2, 6, 8, 4, 6, 10, 12, 12, 14, 18, 20, 16, 18, 22, 24};
        assertArrayEquals(expected, output.reshape(16).toDoubleVector(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void backwardIsTheAdjointOfForward(DataType type) {
        Nd4j.getRandom().setSeed(11);
        BilinearUpsamplingLayer layer = layer(type);
        INDArray x = Nd4j.randn(type, 3, 2, 5, 4);
        INDArray cotangent = Nd4j.randn(type, 3, 2, 10, 8);
        INDArray y = layer.activate(x, true, HEAP);
        INDArray gradient = layer.backpropGradient(cotangent, HEAP).getSecond();
        double forward = dot(y, cotangent);
        assertEquals(forward, dot(x, gradient), (type == DataType.DOUBLE ? 1e-13 : 1e-5) * Math.abs(forward));
    }

    private static double dot(INDArray a, INDArray b) {
        return a.castTo(DataType.DOUBLE)
                .mul(b.castTo(DataType.DOUBLE))
                .sumNumber()
                .doubleValue();
    }

    @Test
    void backwardAgreesWithFiniteDifferences() {
        Nd4j.getRandom().setSeed(12);
        BilinearUpsamplingLayer layer = layer(DataType.DOUBLE);
        INDArray x = Nd4j.randn(DataType.DOUBLE, 1, 1, 3, 3);
        INDArray cotangent = Nd4j.randn(DataType.DOUBLE, 1, 1, 6, 6);
        layer.activate(x, true, HEAP);
        INDArray gradient = layer.backpropGradient(cotangent, HEAP).getSecond();
        double step = 1e-3;
        for (int i = 0; i < x.length(); i++) {
            double value = x.getDouble(i);
            x.putScalar(i, value + step);
            double above = dot(layer.activate(x, true, HEAP), cotangent);
            x.putScalar(i, value - step);
            double below = dot(layer.activate(x, true, HEAP), cotangent);
            x.putScalar(i, value);
            assertEquals((above - below) / (2 * step), gradient.getDouble(i), 1e-10);
        }
    }

    @Test
    void readsViewsAndOtherOrders() {
        INDArray whole = Nd4j.arange(48).castTo(DataType.FLOAT).reshape(2, 2, 3, 4);
        INDArray view = whole.get(
                NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(1, 3), NDArrayIndex.interval(1, 4));
        INDArray expected = layer(DataType.FLOAT).activate(view.dup('c'), true, HEAP);
        assertEquals(expected, layer(DataType.FLOAT).activate(view, true, HEAP));
        assertEquals(expected, layer(DataType.FLOAT).activate(view.dup('f'), true, HEAP));
    }

    @Test
    void doublesTheGridAndRefusesVectors() {
        BilinearUpsampling configuration = new BilinearUpsampling();
        assertEquals(
                InputType.convolutional(10, 8, 3), configuration.getOutputType(0, InputType.convolutional(5, 4, 3)));
        assertThrows(IllegalArgumentException.class, () -> configuration.getOutputType(0, InputType.feedForward(5)));
    }
}
