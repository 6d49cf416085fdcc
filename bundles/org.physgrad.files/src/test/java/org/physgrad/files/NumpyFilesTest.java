package org.physgrad.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

class NumpyFilesTest {

    /** Entries of a (2, 3) array: 10 times the row plus the column. */
    private static final double[] C_ORDER = {0, 1, 2, 10, 11, 12};

    private static final double[] FORTRAN_ORDER = {0, 10, 1, 11, 2, 12};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsAllVersionsAndTypes(int version) throws IOException {
        for (String type : List.of("<f4", "<f8", ">f4", ">f8")) {
            INDArray array = NumpyFiles.read(file(version, header(type, "False", "(2, 3)"), numbers(type, C_ORDER)));
            assertArrayEquals(new long[] {2, 3}, array.shape());
            assertEquals(type.endsWith("4") ? DataType.FLOAT : DataType.DOUBLE, array.dataType());
            assertArrayEquals(C_ORDER, Values.of(array), type);
        }
    }

    @Test
    void readsFortranOrder() throws IOException {
        INDArray array = NumpyFiles.read(file(1, header("<f8", "True", "(2, 3)"), numbers("<f8", FORTRAN_ORDER)));
        assertEquals(12, array.getDouble(1, 2));
        assertArrayEquals(C_ORDER, Values.of(array));
    }

    /** In three dimensions, with a[i, j, k] = 100 i + 10 j + k. */
    @Test
    void readsFortranOrderOfHigherRank() throws IOException {
        double[] values = new double[2 * 3 * 4];
        for (int n = 0; n < values.length; n++) {
            int value = 100 * (n % 2) + 10 * (n / 2 % 3) + n / 6;
            values[n] = value;
        }
        INDArray array = NumpyFiles.read(file(1, header("<f4", "True", "(2, 3, 4)"), numbers("<f4", values)));
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 4; k++) {
                    assertEquals(100 * i + 10 * j + k, array.getDouble(i, j, k));
                }
            }
        }
    }

    /** Any slice of a file in either order is that part of the whole. */
    @ParameterizedTest
    @ValueSource(strings = {"False", "True"})
    void readsSlices(String fortranOrder) throws IOException {
        double[] values = new double[5 * 3 * 2];
        Arrays.setAll(values, i -> i);
        Path file = file(1, header(">f4", fortranOrder, "(5, 3, 2)"), numbers(">f4", values));
        double[] whole = Values.of(NumpyFiles.read(file));
        assertEquals(fortranOrder.equals("True") ? 5 : 2, whole[2], "the entry [0, 1, 0]");
        try (ArrayReader reader = NumpyFiles.open(file)) {
            assertArrayEquals(new long[] {5, 3, 2}, reader.shape());
            for (int first = 0; first < 5; first++) {
                for (int count = 1; first + count <= 5; count++) {
                    INDArray slice = reader.read(first, count);
                    assertArrayEquals(new long[] {count, 3, 2}, slice.shape());
                    assertArrayEquals(Arrays.copyOfRange(whole, 6 * first, 6 * (first + count)), Values.of(slice));
                }
            }
        }
    }

    @Test
    void writesSlicesAndLeavesNothingUnfinished() throws IOException {
        Path file = folder.resolve("a.npy");
        INDArray rows = Values.array(C_ORDER, DataType.DOUBLE, 2, 3);
        try (ArrayWriter writer = NumpyFiles.create(file, DataType.FLOAT, 4, 3)) {
            writer.append(rows);
            assertThrows(IllegalStateException.class, writer::finish);
        }
        assertEquals(List.of(), names());
        try (ArrayWriter writer = NumpyFiles.create(file, DataType.FLOAT, 4, 3)) {
            writer.append(rows);
            writer.append(rows);
            writer.finish();
        }
        assertEquals(List.of("a.npy"), names());
        double[] back = Values.of(NumpyFiles.read(file));
        assertArrayEquals(C_ORDER, Arrays.copyOf(back, 6));
        assertArrayEquals(C_ORDER, Arrays.copyOfRange(back, 6, 12));
    }

    @Test
    void whatItWritesReadsTheSame() throws IOException {
        Path file = folder.resolve("a.npy");
        for (long[] shape : new long[][] {{6}, {2, 3}, {1, 2, 3, 1}}) {
            for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
                double[] values = {0.1f, -1e30f, Double.NaN, Double.POSITIVE_INFINITY, -0.0, 5};
                NumpyFiles.write(file, Values.array(values, DataType.DOUBLE, shape), type);
                INDArray back = NumpyFiles.read(file);
                assertArrayEquals(shape, back.shape());
                assertEquals(type, back.dataType());
                assertArrayEquals(values, Values.of(back));
                assertEquals(0, (Files.size(file) - 6L * type.width()) % 64, "header is not aligned");
            }
        }
        assertEquals(List.of("a.npy"), names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<i8 | (2, 3) | type '<i8', expected float32 or float64",
                "<c16 | (2, 3) | type '<c16'",
                "<f8 | (2, 4) | truncated: its shape [2, 4]",
                "<f8 | (2, 2) | 16 bytes more than its shape [2, 2]",
                "<f8 | (0, 3) | empty",
                "<f8 | (99999999999, 99999999999) | truncated",
                "<f8 | 5 | shape"
            })
    void saysWhatIsWrongWithAHeader(String type, String shape, String expected) throws IOException {
        refused(file(1, header(type, "False", shape), numbers("<f8", C_ORDER)), expected);
    }

    @Test
    void refusesObjects() throws IOException {
        refused(file(1, header("|O", "False", "(2, 3)"), new byte[40]), "never loaded");
        String records = "{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (2,), }";
        refused(file(1, records, new byte[16]), "expected an array of float32 or float64");
    }

    /** However much of a file is there, the reader says that something is missing and never fails otherwise. */
    @Test
    void refusesEveryTruncation() throws IOException {
        for (int version = 1; version <= 3; version++) {
            byte[] whole = Files.readAllBytes(file(version, header("<f8", "False", "(2, 3)"), numbers("<f8", C_ORDER)));
            for (int length = 0; length < whole.length; length++) {
                Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));
                refused(cut, length < 6 ? "is not an .npy file" : "is truncated");
            }
        }
    }

    @Test
    void refusesOtherFiles() throws IOException {
        refused(Files.writeString(folder.resolve("a.npy"), "1, 2, 3\n"), "is not an .npy file");
        refused(Files.write(folder.resolve("a.npz"), new byte[] {'P', 'K', 3, 4}), "archive");
        refused(folder.resolve("nowhere.npy"), "does not exist");
        refused(folder, "is not a file");
        byte[] future = Files.readAllBytes(file(1, header("<f8", "False", "(2, 3)"), numbers("<f8", C_ORDER)));
        future[6] = 9;
        refused(Files.write(folder.resolve("a.npy"), future), "version 9");
    }

    @Test
    void aFailedWriteLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.csv"), names());
        IOException e = assertThrows(IOException.class, () -> WholeFile.check(folder.resolve("no/where.csv")));
        assertTrue(e.getMessage().contains("there is no folder"), e.getMessage());
        assertThrows(IOException.class, () -> WholeFile.check(folder));
    }

    private static void refused(Path file, String expected) {
        Refusals.refused(() -> NumpyFiles.read(file), file, expected);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static String header(String type, String fortranOrder, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + fortranOrder + ", 'shape': " + shape + ", }\n";
    }

    private Path file(int version, String header, byte[] numbers) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(12 + text.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        file.put(text).put(numbers);
        return Files.write(folder.resolve("v.npy"), Arrays.copyOf(file.array(), file.position()));
    }

    private static byte[] numbers(String type, double[] values) {
        boolean narrow = type.endsWith("4");
        ByteBuffer buffer = ByteBuffer.allocate(values.length * (narrow ? 4 : 8))
                .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (narrow) {
                buffer.putFloat((float) value);
            } else {
                buffer.putDouble(value);
            }
        }
        return buffer.array();
    }
}
