package org.physgrad.files;

import java.io.IOException;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/** An array that a user has named, its shape checked against what it is for; read as a whole or in slices. */
public final class ArraySource implements AutoCloseable {

    private final String role;
    private final ArrayReader reader;

    private ArraySource(String role, ArrayReader reader) {
        this.role = role;
        this.reader = reader;
    }

    /**
     * Opens an array.
     *
     * @param file where it lies, as {@link ArrayFiles} takes it
     * @param role what the array is, for messages, such as {@code the cause x of heat}
     * @param exampleShape shape of one example
     * @throws UnusableArrayException if the file is not such an array
     */
    public static ArraySource open(String file, String role, long... exampleShape) {
        try {
            return new ArraySource(role, ArrayFiles.openExamples(file, role, exampleShape));
        } catch (IOException e) {
            throw refused(e.getMessage());
        }
    }

    /**
     * Requires as many examples as another array has.
     *
     * @param other the other array
     * @return this array
     * @throws UnusableArrayException if the numbers of examples differ; the message names both shapes
     */
    public ArraySource requireSizeOf(ArraySource other) {
        if (size() != other.size()) {
            throw refused(reader.location() + " has shape " + Arrays.toString(reader.shape()) + " and "
                    + other.reader.location() + " has shape "
                    + Arrays.toString(other.reader.shape())
                    + "; the first axis, [batch, ...], must be the same for both");
        }
        return this;
    }

    /** Number of examples. */
    public long size() {
        return reader.shape()[0];
    }

    /** Number of examples, of an array that is to be held in memory. */
    public int count() {
        return (int) Math.min(size(), Integer.MAX_VALUE);
    }

    /** Type of the numbers in the file. */
    public DataType type() {
        return reader.type();
    }

    /**
     * Reads examples.
     *
     * @param first index of the first one
     * @param count how many, at least 1
     * @return {@code [count, exampleShape...]}, finite numbers in the type of the file
     * @throws UnusableArrayException if they are not finite, or cannot be read
     */
    public INDArray read(long first, int count) {
        try {
            INDArray array = reader.read(first, count);
            requireFinite(array, first);
            return array;
        } catch (IOException e) {
            throw refused(e.getMessage());
        }
    }

    /**
     * Reads examples in the precision of a simulator.
     *
     * @param first index of the first one
     * @param count how many, at least 1
     * @param precision type of the result
     * @return {@code [count, exampleShape...]}, finite numbers, a fresh array
     * @throws UnusableArrayException if they are not finite, or cannot be read
     */
    public INDArray read(long first, int count, DataType precision) {
        INDArray array = read(first, count);
        if (array.dataType() == precision) {
            return array;
        }
        try (array) {
            return array.castTo(precision);
        }
    }

    /**
     * Reads all examples in the precision of a simulator.
     *
     * @param precision type of the result
     * @return {@code [size, exampleShape...]}, finite numbers, a fresh array
     * @throws UnusableArrayException if they are not finite, or cannot be read
     */
    public INDArray readAll(DataType precision) {
        return read(0, count(), precision);
    }

    /**
     * Begins the checksum of the whole file; see {@link ArrayReader#checksum}.
     *
     * @return the checksum; finish it after reading
     */
    public FileChecksum checksum() {
        return reader.checksum();
    }

    private void requireFinite(INDArray array, long first) {
        double[] values = Values.of(array);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                long[] index = index(i, array.shape());
                index[0] += first;
                throw refused(reader.location() + " holds " + (Double.isNaN(values[i]) ? "nan" : "an infinite number")
                        + " at "
                        + Arrays.toString(index) + "; " + role + " must be finite numbers, "
                        + ArrayFiles.layout(Arrays.copyOfRange(array.shape(), 1, array.rank())));
            }
        }
    }

    private static long[] index(long position, long[] shape) {
        long[] index = new long[shape.length];
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = position % shape[axis];
            position /= shape[axis];
        }
        return index;
    }

    private static UnusableArrayException refused(String message) {
        return new UnusableArrayException(message);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw refused(reader.location() + " cannot be read: " + e.getMessage());
        }
    }
}
