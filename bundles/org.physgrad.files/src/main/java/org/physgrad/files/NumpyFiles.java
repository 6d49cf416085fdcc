package org.physgrad.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/**
 * Reads and writes NumPy's {@code .npy} files of float32 and float64. Own code for want of a library that fits: ND4J's reader takes a truncated file for
 * a whole one, reading beyond its memory, and mistakes Fortran order for C order; of the two libraries on Maven Central one is at version 0.0.3 and
 * the other brings the Kotlin runtime, and neither is an OSGi bundle. The format is a page long.
 */
public final class NumpyFiles {

    /** What a Java array can hold. */
    private static final long LARGEST = Integer.MAX_VALUE - 8;

    private NumpyFiles() {}

    /**
     * Reads an array.
     *
     * @param file the file
     * @return the array, in C order, {@link DataType#FLOAT} or {@link DataType#DOUBLE} as in the file
     * @throws IOException if it cannot be read or is no array of such numbers; the message is for people and names the file
     */
    public static INDArray read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(
                    file, Files.exists(file) ? "is not a file" : "does not exist; check the path");
        }
        if (!Files.isReadable(file)) {
            throw new FileFormatException(file, "may not be read: check its permissions");
        }
        if (Files.size(file) > LARGEST) {
            throw new FileFormatException(file, "is larger than 2 GB; split the batch into several files");
        }
        byte[] bytes = Files.readAllBytes(file);
        NumpyHeader header = NumpyHeader.parse(file, bytes);
        int entries = entries(file, header, bytes.length - header.dataStart());
        ByteBuffer data = ByteBuffer.wrap(bytes).order(header.byteOrder());
        double[] values = new double[entries];
        int width = header.type().width();
        for (int i = 0; i < entries; i++) {
            int at = header.dataStart() + i * width;
            values[i] = header.type() == DataType.FLOAT ? data.getFloat(at) : data.getDouble(at);
        }
        return Values.array(
                header.fortranOrder() ? reordered(values, header.shape()) : values, header.type(), header.shape());
    }

    /** Counts the entries and compares with the size of the file. */
    private static int entries(Path file, NumpyHeader header, int bytes) throws FileFormatException {
        long entries = 1;
        for (long extent : header.shape()) {
            entries = extent != 0 && entries > LARGEST / extent ? Long.MAX_VALUE / 16 : entries * extent;
        }
        String shape = "shape " + Arrays.toString(header.shape());
        if (entries == 0) {
            throw new FileFormatException(file, "is empty: it has " + shape);
        }
        long needed = entries * header.type().width();
        if (needed > bytes) {
            throw new FileFormatException(
                    file,
                    "is truncated: its " + shape + " needs more than the " + bytes + " bytes of numbers it has;"
                            + " copy or save it again");
        }
        if (needed < bytes) {
            throw new FileFormatException(
                    file, "has " + (bytes - needed) + " bytes more than its " + shape + " needs; save it again");
        }
        return (int) entries;
    }

    /** Brings entries whose first index runs fastest into the order whose last one does. */
    private static double[] reordered(double[] values, long[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            strides[axis] = stride;
            stride *= (int) shape[axis];
        }
        double[] result = new double[values.length];
        int[] index = new int[shape.length];
        int from = 0;
        for (int to = 0; to < result.length; to++) {
            result[to] = values[from];
            // Counts the indices up, the last one first, and keeps the place in the other order in step.
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                index[axis]++;
                from += strides[axis];
                if (index[axis] < shape[axis]) {
                    break;
                }
                from -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return result;
    }

    /**
     * Writes an array, in C order; whole or not at all.
     *
     * @param file the file; replaced if it exists
     * @param array the array; not changed
     * @param type {@link DataType#FLOAT} or {@link DataType#DOUBLE}
     * @throws IOException if it cannot be written; the message is for people
     */
    public static void write(Path file, INDArray array, DataType type) throws IOException {
        double[] values = Values.of(array);
        int width = type.width();
        ByteBuffer row = ByteBuffer.allocate(4096 * width).order(ByteOrder.LITTLE_ENDIAN);
        WholeFile.write(file, out -> {
            out.write(NumpyHeader.format(type, array.shape()));
            for (double value : values) {
                if (type == DataType.FLOAT) {
                    row.putFloat((float) value);
                } else {
                    row.putDouble(value);
                }
                if (!row.hasRemaining()) {
                    out.write(row.array(), 0, row.position());
                    row.clear();
                }
            }
            out.write(row.array(), 0, row.position());
        });
    }
}
