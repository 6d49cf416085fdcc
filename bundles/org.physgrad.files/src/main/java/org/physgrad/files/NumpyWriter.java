package org.physgrad.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/** Writes an {@code .npy} file in C order and little-endian bytes. */
final class NumpyWriter implements ArrayWriter {

    private static final int BUFFERED = 4096;

    private final PartFile file;
    private final OutputStream out;
    private final ByteBuffer buffer;
    private final DataType type;
    private final long[] shape;
    private long missing;

    private NumpyWriter(PartFile file, OutputStream out, DataType type, long... shape) {
        this.file = file;
        this.out = out;
        this.type = type;
        this.shape = shape;
        this.missing = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        this.buffer = ByteBuffer.allocate(BUFFERED * type.width()).order(ByteOrder.LITTLE_ENDIAN);
    }

    static NumpyWriter create(Path path, DataType type, long... shape) throws IOException {
        PartFile file = PartFile.of(path);
        OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        NumpyWriter writer = new NumpyWriter(file, out, type, shape);
        try {
            out.write(NumpyHeader.format(type, shape));
        } catch (IOException e) {
            writer.close();
            throw e;
        }
        return writer;
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
