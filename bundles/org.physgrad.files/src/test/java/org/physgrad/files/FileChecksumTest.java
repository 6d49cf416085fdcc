package org.physgrad.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FileChecksumTest {

    /** More bytes than a region reads at a time, and no multiple of them. */
    private static final int EXAMPLES = 50;

    private static final int WIDTH = 33 * 17;

    @TempDir
    private Path folder;

    /** However the numbers are read, the checksum is that of the file. */
    @ParameterizedTest
    @CsvSource({"c.npy", "fortran.npy", "contiguous.h5", "numbers.csv"})
    void isThatOfTheFile(String name) throws IOException {
        Path file = write(name);
        String expected = sum(file);
        try (ArrayReader reader = ArrayFiles.open(file.toString())) {
            FileChecksum unread = reader.checksum();
            assertEquals(expected, unread.finish(), "without reading");
            for (int slice : new int[] {1, 7, EXAMPLES}) {
                FileChecksum checksum = reader.checksum();
                for (int first = 0; first < EXAMPLES; first += slice) {
                    reader.read(first, Math.min(slice, EXAMPLES - first)).close();
                }
                assertEquals(expected, checksum.finish(), "in slices of " + slice);
            }
            FileChecksum mixed = reader.checksum();
            for (int first : new int[] {3, 4, 2, 2, 40, 5, 0}) {
                reader.read(first, 5).close();
            }
            assertEquals(expected, mixed.finish(), "forth and back");
            reader.read(0, 1).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"group/contiguous", "gzip", "compact"})
    void isThatOfAFileOfManyArrays(String dataset) throws IOException {
        Path file = folder.resolve("samples.h5");
        try (var samples = FileChecksumTest.class.getResourceAsStream("samples.h5")) {
            Files.copy(samples, file);
        }
        try (ArrayReader reader = ArrayFiles.open(file + "#" + dataset)) {
            FileChecksum checksum = reader.checksum();
            reader.readAll().close();
            assertEquals(sum(file), checksum.finish());
        }
    }

    /** What was read for the numbers is not read again: the checksum does not see that it was changed since. */
    @ParameterizedTest
    @CsvSource({"c.npy, 7", "fortran.npy, 50", "contiguous.h5, 7"})
    void needsNoSecondReading(String name, int slice) throws IOException {
        Path file = write(name);
        String before = sum(file);
        try (ArrayReader reader = ArrayFiles.open(file.toString())) {
            FileChecksum checksum = reader.checksum();
            for (int first = 0; first < EXAMPLES; first += slice) {
                reader.read(first, Math.min(slice, EXAMPLES - first)).close();
            }
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1; // far from what stands around the numbers
            Files.write(file, bytes);
            assertEquals(before, checksum.finish());
        }
    }

    @Test
    void takesInWhatIsBehindTheNumbers() throws IOException {
        Path file = write("contiguous.h5");
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        try (ArrayReader reader = ArrayFiles.open(file.toString())) {
            FileChecksum checksum = reader.checksum();
            reader.readAll().close();
            assertEquals(sum(file), checksum.finish());
        }
    }

    private static String sum(Path file) throws IOException {
        return Sha256.of(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private Path write(String name) throws IOException {
        double[] values = new Random(5).doubles(EXAMPLES * WIDTH).toArray();
        Path file = folder.resolve(name);
        switch (name) {
            case "numbers.csv" -> {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < values.length; i++) {
                    text.append(values[i]).append(i % WIDTH == WIDTH - 1 ? '\n' : ',');
                }
                Files.writeString(file, text);
            }
            case "fortran.npy" -> {
                byte[] header = NumpyHeader.format(DataType.DOUBLE, EXAMPLES, 33, 17);
                String order = new String(header, StandardCharsets.ISO_8859_1).replace("False", "True ");
                ByteBuffer bytes = ByteBuffer.allocate(header.length + values.length * Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(order.getBytes(StandardCharsets.ISO_8859_1));
                bytes.asDoubleBuffer().put(values);
                Files.write(file, bytes.array());
            }
            default -> {
                try (INDArray array = Nd4j.createFromArray(values).reshape(EXAMPLES, 33, 17)) {
                    ArrayFiles.write(file.toString(), array, DataType.DOUBLE);
                }
            }
        }
        return file;
    }
}
