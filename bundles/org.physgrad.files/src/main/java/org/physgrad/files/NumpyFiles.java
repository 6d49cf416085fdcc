package org.physgrad.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads and writes NumPy's {@code .npy} files of float32 and float64. Own code for want of a library that fits: ND4J's reader takes a truncated file for
 * a whole one, reading beyond its memory, and mistakes Fortran order for C order; of the two libraries on Maven Central one is at version 0.0.3 and
 * the other brings the Kotlin runtime, and neither is an OSGi bundle. The format is a page long.
 */
public final class NumpyFiles {

    private NumpyFiles() {}

    /**
     * Opens a file to read it in slices.
     *
     * @param file the file
     * @return its array, known to be whole; close it afterwards
     * @throws IOException if it cannot be read or is no array of such numbers; the message is for people and names the file
     */
    public static ArrayReader open(Path file) throws IOException {
        return NumpyReader.open(file);
    }

    /**
     * Reads an array.
     *
     * @param file the file
     * @return the array, in C order, {@link DataType#FLOAT} or {@link DataType#DOUBLE} as in the file
     * @throws IOException if it cannot be read or is no array of such numbers; the message is for people and names the file
     */
    public static INDArray read(Path file) throws IOException {
        try (ArrayReader reader = open(file)) {
            return reader.readAll();
        }
    }

    /**
     * Begins a file that is written in slices, in C order; whole or not at all.
     *
     * @param file the file; replaced if it exists
     * @param type {@link DataType#FLOAT} or {@link DataType#DOUBLE}
     * @param shape shape of the whole array
     * @return where to write; finish and close it afterwards
     * @throws IOException if it cannot be written; the message is for people
     */
    public static ArrayWriter create(Path file, DataType type, long... shape) throws IOException {
        PartFile part = PartFile.of(file);
        OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(part.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        NumberWriter writer = new NumberWriter(part, out, ByteOrder.LITTLE_ENDIAN, type, shape);
        try {
            out.write(NumpyHeader.format(type, shape));
            return writer;
        } catch (IOException e) {
            writer.close();
            throw e;
        }
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
        try (ArrayWriter writer = create(file, type, array.shape())) {
            writer.append(array);
            writer.finish();
        }
    }
}
