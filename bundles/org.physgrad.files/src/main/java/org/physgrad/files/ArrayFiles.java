package org.physgrad.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads and writes arrays in files. A location is a path whose extension tells the format: {@code .npy} (NumPy), {@code .h5} or {@code .hdf5} (HDF5), or
 * {@code .csv}, which is only read. In an HDF5 file of several datasets a name follows, as in {@code obs.h5#/run/y}; what is written without a name
 * becomes {@code data}.
 */
public final class ArrayFiles {

    private static final List<ArrayFormat> FORMATS = List.of(new NumpyFormat(), new Hdf5Format(), new CsvFormat());

    private ArrayFiles() {}

    /**
     * Tells the file of an array.
     *
     * @param location where the array lies
     * @return the file, which need not exist
     * @throws IOException if its name tells no format of arrays; the message is for people
     */
    public static Path file(String location) throws IOException {
        return ArrayLocation.parse(location, FORMATS).file();
    }

    /**
     * Opens an array to read it in slices.
     *
     * @param location where the array lies
     * @return the array; close it afterwards
     * @throws IOException if it cannot be read or is no array of numbers; the message is for people and names the file
     */
    public static ArrayReader open(String location) throws IOException {
        ArrayLocation parsed = ArrayLocation.parse(location, FORMATS);
        return parsed.format().open(parsed);
    }

    /**
     * Opens an array of examples whose shape is known.
     *
     * @param location where the array lies
     * @param role what the array is, for messages, such as {@code the cause x of heat}
     * @param exampleShape shape of one example, without the batch axis
     * @return the array, {@code [batch, exampleShape...]}; close it afterwards
     * @throws IOException if it cannot be read or is no such array; the message is for people and names the file
     */
    public static ArrayReader openExamples(String location, String role, long... exampleShape) throws IOException {
        ArrayReader reader;
        try {
            reader = open(location);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + " (needed as " + role + ", " + layout(exampleShape) + ")", e);
        }
        try {
            return reader.examples(role, exampleShape);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Checks, before long work for it, that an array can be written.
     *
     * @param location where it goes; a file that exists would be replaced
     * @throws IOException if it cannot; the message is for people
     */
    public static void check(String location) throws IOException {
        writable(location);
    }

    private static ArrayLocation writable(String location) throws IOException {
        ArrayLocation parsed = ArrayLocation.parse(location, FORMATS);
        if (!parsed.format().isWritten()) {
            throw new FileFormatException(
                    location,
                    "cannot be written: " + parsed.format().name() + " is only read; the name must end in "
                            + ArrayLocation.endings(FORMATS.stream()
                                    .filter(ArrayFormat::isWritten)
                                    .toList()));
        }
        parsed.format().check(parsed);
        return parsed;
    }

    /**
     * Begins an array that is written in slices, in C order; whole or not at all.
     *
     * @param location where it goes; a file that exists is replaced, except for a dataset by name, which goes into a new one
     * @param type {@link DataType#FLOAT} or {@link DataType#DOUBLE}
     * @param shape shape of the whole array
     * @return where to write; finish and close it afterwards
     * @throws IOException if it cannot be written; the message is for people
     */
    public static ArrayWriter create(String location, DataType type, long... shape) throws IOException {
        ArrayLocation parsed = writable(location);
        return parsed.format().create(parsed, type, shape);
    }

    /**
     * Writes an array, in C order; whole or not at all.
     *
     * @param location where it goes; a file that exists is replaced, except for a dataset by name, which goes into a new one
     * @param array the array; not changed
     * @param type {@link DataType#FLOAT} or {@link DataType#DOUBLE}
     * @throws IOException if it cannot be written; the message is for people
     */
    public static void write(String location, INDArray array, DataType type) throws IOException {
        try (ArrayWriter writer = create(location, type, array.shape())) {
            writer.append(array);
            writer.finish();
        }
    }

    /**
     * Describes the shape of a batch, for messages.
     *
     * @param exampleShape shape of one example
     * @return such as {@code [batch, 64, 64]}
     */
    public static String layout(long... exampleShape) {
        return LongStream.of(exampleShape)
                .mapToObj(extent -> ", " + extent)
                .collect(Collectors.joining("", "[batch", "]"));
    }
}
