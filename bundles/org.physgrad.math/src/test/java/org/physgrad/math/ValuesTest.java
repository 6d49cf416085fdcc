package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.ml.MlPlatform;

class ValuesTest {

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void findsEntriesThatAreNoNumbers(DataType type) {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            INDArray array = Nd4j.zeros(type, 3, 4);
            assertTrue(Values.areFinite(array));
            array.putScalar(2, 3, bad);
            assertFalse(Values.areFinite(array));
            assertTrue(
                    Values.areFinite(array.get(NDArrayIndex.interval(0, 2), NDArrayIndex.all())), "a view without it");
            assertFalse(Values.areFinite(array.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 4))), "a view with it");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void largeNumbersAreNumbers(DataType type) {
        double largest = type == DataType.FLOAT ? Float.MAX_VALUE : Double.MAX_VALUE;
        assertTrue(Values.areFinite(Nd4j.valueArrayOf(new long[] {1000}, largest, type)));
    }
}
