package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SquaredLossTest {

    private final SquaredLoss loss = new SquaredLoss();

    @Test
    void isHalfTheSumOfSquaresPerExample() {
        INDArray y = Nd4j.createFromArray(new double[][] {{1, 2}, {3, 5}});
        INDArray target = Nd4j.createFromArray(new float[][] {{0, 0}, {3, 1}});
        assertArrayEquals(new double[] {2.5, 8}, Values.of(loss.value(y, target)));
        assertEquals(Nd4j.createFromArray(new double[][] {{1, 2}, {0, 4}}), loss.gradient(y, target));
    }

    @Test
    void refusesDifferentShapesAndNamesBoth() {
        INDArray y = Nd4j.zeros(DataType.DOUBLE, 2, 3);
        INDArray target = Nd4j.zeros(DataType.DOUBLE, 2, 4);
        String message = assertThrows(IllegalArgumentException.class, () -> loss.value(y, target))
                .getMessage();
        assertTrue(message.contains("[2, 3]") && message.contains("[2, 4]"), message);
    }

    @Test
    void valuesOfViewsAreInTheirOwnOrder() {
        INDArray array = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}});
        assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, Values.of(array.transpose()));
        assertArrayEquals(new double[] {4, 5, 6}, Values.of(array.slice(1)));
        double[] values = {1, 2, 3, 4};
        INDArray copy = Values.array(values, DataType.FLOAT, 2, 2);
        values[3] = 7;
        assertEquals(4, copy.getDouble(1, 1));
        assertEquals(DataType.FLOAT, copy.dataType());
    }
}
