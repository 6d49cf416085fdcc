package org.physgrad.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.physgrad.files.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

class ArrayFilesTest {

    private static final double[] VALUES = {0, 1, 2, 10, 11, 12};

    @TempDir
    private Path folder;

    /** The name tells the format, in any case, also with a number sign in it. */
    @ParameterizedTest
    @ValueSource(strings = {"a.npy", "A.NPY", "a#1.npy"})
    void readsWhatItWrote(String name) throws IOException {
        String file = folder.resolve(name).toString();
        INDArray array = Values.array(VALUES, DataType.DOUBLE, 3, 2);

        ArrayFiles.check(file);
        ArrayFiles.write(file, array, DataType.FLOAT);

        try (ArrayReader reader = ArrayFiles.openExamples(file, "the cause x", 2)) {
            assertEquals(file, reader.location());
            assertEquals(DataType.FLOAT, reader.type());
            assertArrayEquals(new long[] {3, 2}, reader.shape());
            assertArrayEquals(VALUES, Values.of(reader.readAll()));
            assertArrayEquals(new double[] {2, 10}, Values.of(reader.read(1, 1)));
        }
    }

    @Test
    void refusesNamesOfNoFormat() {
        for (String name : new String[] {"a.dat", "npy", "a", "a#b"}) {
            refused(() -> ArrayFiles.open(name), name + " is of no known format of arrays", ".npy (NumPy)");
            refused(() -> ArrayFiles.check(name), name + " is of no known format of arrays", ".npy (NumPy)");
        }
        refused(() -> ArrayFiles.open("a.npy#b"), "a.npy holds a single array", "'#b'");
    }

    @Test
    void refusesExamplesOfAnotherShape() throws IOException {
        String file = folder.resolve("a.npy").toString();
        ArrayFiles.write(file, Values.array(VALUES, DataType.DOUBLE, 3, 2), DataType.DOUBLE);

        refused(() -> ArrayFiles.openExamples(file, "the cause x", 4), "[3, 2]", "[batch, 4] for the cause x");
        refused(() -> ArrayFiles.openExamples(file, "the cause x", 3, 2), "put the batch axis in front");
        Files.delete(Path.of(file));
        refused(() -> ArrayFiles.openExamples(file, "the cause x", 2), "does not exist", "the cause x, [batch, 2]");
    }
}
