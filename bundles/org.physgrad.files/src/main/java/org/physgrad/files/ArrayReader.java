package org.physgrad.files;

import java.io.IOException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array in a file, read a few examples at a time: the file may be far larger than the memory. */
public interface ArrayReader extends AutoCloseable {

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

    @Override
    void close() throws IOException;
}
