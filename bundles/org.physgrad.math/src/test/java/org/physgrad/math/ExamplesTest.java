package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.ml.MlPlatform;

class ExamplesTest {

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void readsWhatThereIsInEveryOrder(DataType type) {
        INDArray rows = Nd4j.arange(24).castTo(type).reshape(4, 2, 3);
        INDArray columns = rows.dup('f');
        INDArray middle = Nd4j.arange(48).castTo(type).reshape(8, 2, 3).get(NDArrayIndex.interval(0, 2, 8));
        INDArray end = Nd4j.arange(-6, 24).castTo(type).reshape(5, 2, 3).get(NDArrayIndex.interval(1, 5));
        assertReads(1, rows);
        assertReads(1, columns);
        assertReads(2, middle);
        assertReads(1, end);
    }

    /** The entries of example k are 6 k step, 6 k step + 1, ... */
    private static void assertReads(int step, INDArray batch) {
        Examples examples = Examples.of(batch);
        assertEquals(6, examples.entries());
        double[] values = new double[6];
        for (int example = 0; example < 4; example++) {
            examples.read(example, values);
            double first = 6.0 * example * step;
            assertArrayEquals(
                    new double[] {first, first + 1, first + 2, first + 3, first + 4, first + 5},
                    values,
                    "example " + example);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void writesEachExampleToItsPlace(DataType type) {
        Examples examples = Examples.create(type, 40, 3, 50);
        BatchLoop.forEach(40, () -> new double[150], (values, example) -> {
            Arrays.fill(values, example + 0.5);
            examples.write(example, values);
        });
        for (int example = 0; example < 40; example++) {
            assertEquals(example + 0.5, examples.array().getDouble(example, 0, 0));
            assertEquals(example + 0.5, examples.array().getDouble(example, 2, 49));
        }
        assertEquals(type, examples.array().dataType());
        assertArrayEquals(new long[] {40, 3, 50}, examples.array().shape());
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void copiesToAnotherTypeAndShape(DataType type) {
        INDArray batch = Nd4j.arange(24).castTo(DataType.DOUBLE).reshape(4, 2, 3);
        INDArray copy = Examples.copy(batch, type, 4, 1, 6);
        assertEquals(type, copy.dataType());
        assertArrayEquals(new long[] {4, 1, 6}, copy.shape());
        assertEquals(batch.reshape(4, 1, 6), copy.castTo(DataType.DOUBLE));
    }
}
