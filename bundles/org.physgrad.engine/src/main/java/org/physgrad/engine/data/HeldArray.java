package org.physgrad.engine.data;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.files.ArraySource;
import org.physgrad.math.Shapes;

/** An array that is held in memory as a whole. */
final class HeldArray implements ExampleArray {

    private final INDArray rows;
    private final long[] exampleShape;

    private HeldArray(INDArray rows, long[] exampleShape) {
        this.rows = rows;
        this.exampleShape = exampleShape;
    }

    /**
     * Reads an array.
     *
     * @param slice examples to read at a time
     * @throws org.physgrad.files.UnusableArrayException if it holds anything but finite numbers, or cannot be read
     */
    static HeldArray read(ArraySource source, DataType precision, int slice, long[] exampleShape) {
        int width = Shapes.entries(exampleShape);
        INDArray rows = Nd4j.createUninitialized(precision, source.size(), width);
        try {
            for (long first = 0; first < source.size(); first += slice) {
                int count = (int) Math.min(slice, source.size() - first);
                try (INDArray read = source.read(first, count, precision)) {
                    rows.get(NDArrayIndex.interval(first, first + count), NDArrayIndex.all())
                            .assign(read.reshape(count, width));
                }
            }
            return new HeldArray(rows, exampleShape);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    @Override
    public INDArray gather(int[] examples) {
        INDArray batch = Nd4j.createUninitialized(rows.dataType(), Shapes.withBatch(examples.length, exampleShape));
        // A view of the result takes the rows in: a view as the result would not be the caller's to free.
        Nd4j.pullRows(rows, batch.reshape(examples.length, rows.size(1)), 1, examples);
        return batch;
    }

    @Override
    public void close() {
        rows.close();
    }
}
