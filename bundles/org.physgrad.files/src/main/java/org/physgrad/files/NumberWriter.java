package org.physgrad.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/** Writes the numbers of an array one behind the other, in C order, behind whatever a format has written before them. */
final class NumberWriter implements ArrayWriter {

    private static final int BUFFERED = 4096;

    private final PartFile file;
    private final OutputStream out;
    private final ByteBuffer buffer;
    private final DataType type;
    private final long[] shape;
    private long missing;

    /**
     * Begins.
     *
     * @param file the file; closed by this
     * @param out where to write the numbers; closed by this
     * @param order their bytes' order
     * @param type {@link DataType#FLOAT} or {@link DataType#DOUBLE}
     * @param shape shape of the whole array
     */
    NumberWriter(PartFile file, OutputStream out, ByteOrder order, DataType type, long... shape) {
        this.file = file;
        this.out = out;
        this.type = type;
        this.shape = shape;
        this.missing = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        this.buffer = ByteBuffer.allocate(BUFFERED * type.width()).order(order);
    }

    @Override
    public void append(INDArray rows) throws IOException {
        missing -= rows.length();
        for (double value : Values.of(rows)) {
            if (type == DataType.FLOAT) {
                buffer.putFloat((float) value);
            } else {
                buffer.putDouble(value);
            }
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    @Override
    public void finish() throws IOException {
        if (missing != 0) {
            throw new IllegalStateException(missing + " numbers of " + Arrays.toString(shape) + " are missing");
        }
        flush();
        out.close();
        file.keep();
    }

    @Override
    public void close() throws IOException {
        // Closing writes what is buffered, which may fail once more; the file goes in any case.
        try (file) {
            out.close();
        }
    }
}
