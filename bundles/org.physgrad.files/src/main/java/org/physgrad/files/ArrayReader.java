package org.physgrad.files;

import java.io.IOException;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/** An array in a file, read a few examples at a time: the file may be far larger than the memory. */
@ProviderType
public interface ArrayReader extends AutoCloseable {

    /** Where the array lies, as a user writes it; for messages. */
    String location();

    /** Shape of the whole array, the batch first. */
    long[] shape();

    /** Type of its numbers, {@link DataType#FLOAT} or {@link DataType#DOUBLE}. */
    DataType type();

    /**
     * Reads examples.
     *
     * @param first index of the first one
     * @param count how many, at least 1
     * @return {@code [count, shape[1], ...]} in C order, a fresh array of {@link #type()}
     * @throws IOException if they cannot be read or do not fit the memory; the message is for people and names the file
     */
    INDArray read(long first, int count) throws IOException;

    /** Reads all examples. */
    default INDArray readAll() throws IOException {
        return read(0, shape().length == 0 ? 1 : (int) Math.min(shape()[0], Integer.MAX_VALUE));
    }

    /**
     * This array as examples of a known shape. A format that knows no shape beyond rows of numbers brings them into it.
     *
     * @param role what the array is, for messages, such as {@code the cause x of heat}
     * @param exampleShape shape of one example, without the batch axis
     * @return an array of shape {@code [batch, exampleShape...]}; closed by closing either of the two
     * @throws FileFormatException if the examples have another shape
     */
    default ArrayReader examples(String role, long... exampleShape) throws FileFormatException {
        long[] shape = shape();
        if (shape.length == exampleShape.length + 1
                && Arrays.equals(shape, 1, shape.length, exampleShape, 0, exampleShape.length)) {
            return this;
        }
        throw new FileFormatException(
                location(),
                "has shape " + Arrays.toString(shape) + ", expected " + ArrayFiles.layout(exampleShape) + " for " + role
                        + (Arrays.equals(shape, exampleShape)
                                ? "; put the batch axis in front: a[None]"
                                : "; check the array and the size of the problem"));
    }

    /**
     * Begins the checksum of the file, with all that lies in it. What is read from now on in the order of the file need not be read again for it: that is so where
     * numbers lie one behind the other, as in NumPy files and contiguous datasets.
     *
     * @return the checksum; finish it after reading
     */
    FileChecksum checksum();

    @Override
    void close() throws IOException;
}
