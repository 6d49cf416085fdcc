package org.physgrad.cli.arrays;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.cli.CommandException;
import org.physgrad.cli.ExitCode;
import org.physgrad.files.ArrayReader;
import org.physgrad.files.NumpyFiles;
import org.physgrad.math.Values;

/** An array that a user has named, its shape checked against what it is for; read as a whole or in slices. */
final class ArraySource implements AutoCloseable {

    private final Path file;
    private final String role;
    private final ArrayReader reader;

    private ArraySource(Path file, String role, ArrayReader reader) {
        this.file = file;
        this.role = role;
        this.reader = reader;
    }

    /**
     * Opens an array.
     *
     * @param file an {@code .npy} file
     * @param role what the array is, for messages, such as {@code the cause x of heat}
     * @param exampleShape shape of one example
     * @throws CommandException if the file is not such an array
     */
    static ArraySource open(Path file, String role, long... exampleShape) {
        try {
            ArraySource source = new ArraySource(file, role, NumpyFiles.open(file));
            try {
                source.checkShape(exampleShape);
                return source;
            } catch (CommandException e) {
                source.close();
                throw e;
            }
        } catch (IOException e) {
            throw refused(e.getMessage() + " (needed as " + role + ", " + layout(exampleShape) + ")");
        }
    }

    private void checkShape(long... exampleShape) {
        long[] shape = reader.shape();
        if (shape.length != exampleShape.length + 1
                || !Arrays.equals(shape, 1, shape.length, exampleShape, 0, exampleShape.length)) {
            boolean single = Arrays.equals(shape, exampleShape);
            throw refused(file + " has shape " + Arrays.toString(shape) + ", expected " + layout(exampleShape) + " for "
                    + role
                    + (single
                            ? "; put the batch axis in front: a[None]"
                            : "; check the array and the size of the problem"));
        }
    }

    /** Requires as many examples as another array has. */
    ArraySource requireSizeOf(ArraySource other) {
        if (size() != other.size()) {
            throw refused(file + " has shape " + Arrays.toString(reader.shape()) + " and " + other.file + " has shape "
                    + Arrays.toString(other.reader.shape())
                    + "; the first axis, [batch, ...], must be the same for both");
        }
        return this;
    }

    /** Number of examples. */
    long size() {
        return reader.shape()[0];
    }

    /** Number of examples, of an array that is to be held in memory. */
    int count() {
        return (int) Math.min(size(), Integer.MAX_VALUE);
    }

    /** Type of the numbers in the file. */
    DataType type() {
        return reader.type();
    }

    /**
     * Reads examples.
     *
     * @return {@code [count, exampleShape...]}, finite numbers in the type of the file
     * @throws CommandException if they are not finite, or cannot be read
     */
    INDArray read(long first, int count) {
        try {
            INDArray array = reader.read(first, count);
            requireFinite(array, first);
            return array;
        } catch (IOException e) {
            throw refused(e.getMessage());
        }
    }

    /** Reads examples in the precision of a simulator. */
    INDArray read(long first, int count, DataType precision) {
        INDArray array = read(first, count);
        if (array.dataType() == precision) {
            return array;
        }
        try (array) {
            return array.castTo(precision);
        }
    }

    /** Reads all examples in the precision of a simulator. */
    INDArray readAll(DataType precision) {
        return read(0, count(), precision);
    }

    private void requireFinite(INDArray array, long first) {
        double[] values = Values.of(array);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                long[] index = index(i, array.shape());
                index[0] += first;
                throw refused(file + " holds " + (Double.isNaN(values[i]) ? "nan" : "an infinite number") + " at "
                        + Arrays.toString(index) + "; " + role + " must be finite numbers, "
                        + layout(Arrays.copyOfRange(array.shape(), 1, array.rank())));
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

    /** Describes the expected layout, such as {@code [batch, 64, 64]}. */
    static String layout(long... exampleShape) {
        return LongStream.of(exampleShape)
                .mapToObj(Long::toString)
                .map(extent -> ", " + extent)
                .collect(Collectors.joining("", "[batch", "]"));
    }

    private static CommandException refused(String message) {
        return new CommandException(ExitCode.INPUT_FILE, message, null);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw refused(file + " cannot be read: " + e.getMessage());
        }
    }
}
