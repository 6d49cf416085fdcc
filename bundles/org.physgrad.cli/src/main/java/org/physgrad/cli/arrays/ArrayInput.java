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
import org.physgrad.files.NumpyFiles;
import org.physgrad.math.Values;

/**
 * An array that a user has named, checked against what it is for.
 *
 * @param file where it comes from
 * @param array a batch of finite numbers, {@code [batch, ...]}
 */
record ArrayInput(Path file, INDArray array) {

    /**
     * Reads an array.
     *
     * @param file an {@code .npy} file
     * @param role what the array is, for messages, such as {@code the cause x of heat}
     * @param exampleShape shape of one example
     * @throws CommandException if the file is not such an array
     */
    static ArrayInput read(Path file, String role, long... exampleShape) {
        INDArray array;
        try {
            array = NumpyFiles.read(file);
        } catch (IOException e) {
            throw refused(e.getMessage() + " (needed as " + role + ", " + layout(exampleShape) + ")");
        }
        long[] shape = array.shape();
        if (shape.length != exampleShape.length + 1
                || !Arrays.equals(shape, 1, shape.length, exampleShape, 0, exampleShape.length)) {
            boolean single = Arrays.equals(shape, exampleShape);
            throw refused(file + " has shape " + Arrays.toString(shape) + ", expected " + layout(exampleShape) + " for "
                    + role
                    + (single
                            ? "; put the batch axis in front: a[None]"
                            : "; check the array, or set the size of the problem with --set"));
        }
        requireFinite(file, role, array);
        return new ArrayInput(file, array);
    }

    private static void requireFinite(Path file, String role, INDArray array) {
        double[] values = Values.of(array);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw refused(file + " holds " + (Double.isNaN(values[i]) ? "nan" : "an infinite number") + " at "
                        + Arrays.toString(index(i, array.shape())) + "; " + role + " must be finite numbers, "
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

    /** Requires as many examples as another array has. */
    ArrayInput requireSizeOf(ArrayInput other) {
        if (size() != other.size()) {
            throw refused(file + " has shape " + Arrays.toString(array.shape()) + " and " + other.file + " has shape "
                    + Arrays.toString(other.array.shape())
                    + "; the first axis, [batch, ...], must be the same for both");
        }
        return this;
    }

    int size() {
        return Math.toIntExact(array.size(0));
    }

    /** The array in the precision of a simulator. */
    INDArray as(DataType precision) {
        return array.castTo(precision);
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
}
