package org.physgrad.engine.data;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.files.ArraySource;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/** An array that is too large for the memory: examples are read from its file when they are needed. */
final class StreamedArray implements ExampleArray {

    private final ArraySource source;
    private final DataType precision;
    private final long[] exampleShape;

    /** Takes an array as it is; the source stays open until this is closed. */
    StreamedArray(ArraySource source, DataType precision, long[] exampleShape) {
        this.source = source;
        this.precision = precision;
        this.exampleShape = exampleShape;
    }

    /**
     * Checks an array; the source stays open until this is closed.
     *
     * @param slice examples to read at a time
     * @throws org.physgrad.files.UnusableArrayException if it holds anything but finite numbers, or cannot be read
     */
    static StreamedArray check(ArraySource source, DataType precision, int slice, long[] exampleShape) {
        for (long first = 0; first < source.size(); first += slice) {
            source.read(first, (int) Math.min(slice, source.size() - first)).close();
        }
        return new StreamedArray(source, precision, exampleShape);
    }

    @Override
    public INDArray gather(int[] examples) {
        int width = Shapes.entries(exampleShape);
        double[] values = new double[Math.multiplyExact(examples.length, width)];
        for (int i = 0; i < examples.length; i++) {
            try (INDArray example = source.read(examples[i], 1)) {
                System.arraycopy(Values.of(example), 0, values, i * width, width);
            }
        }
        return Values.array(values, precision, Shapes.withBatch(examples.length, exampleShape));
    }

    @Override
    public void close() {
        source.close();
    }
}
