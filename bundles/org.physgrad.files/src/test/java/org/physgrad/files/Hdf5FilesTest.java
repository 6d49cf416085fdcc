package org.physgrad.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.physgrad.files.Refusals.refused;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/** Reads files that h5py has written, see make-samples.py, and what it wrote itself. */
class Hdf5FilesTest {

    private static final int EXAMPLES = 5;
    private static final int WIDTH = 6;

    @TempDir
    private Path folder;

    private static Path sample(String name) {
        try {
            return Path.of(Hdf5FilesTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] values() {
        double[] values = new double[EXAMPLES * WIDTH];
        Arrays.setAll(values, i -> i / 2.0);
        return values;
    }

    /** Every layout, filter and byte order, whole and in every slice. */
    @ParameterizedTest
    @CsvSource({
        "samples.h5#/group/contiguous, FLOAT",
        "samples.h5#group/contiguous, FLOAT",
        "samples.h5#/link, FLOAT",
        "samples.h5#/gzip, DOUBLE",
        "samples.h5#/checked, DOUBLE",
        "samples.h5#/lzf, FLOAT",
        "samples.h5#/lz4, FLOAT",
        "samples.h5#/big, DOUBLE",
        "samples.h5#/big-gzip, FLOAT",
        "samples.h5#/compact, FLOAT",
        "newest.h5, FLOAT",
        "shifted.h5, DOUBLE"
    })
    void readsWhatOthersWrite(String name, DataType type) throws IOException {
        String[] parts = name.split("#", 2);
        String location = sample(parts[0]) + (parts.length > 1 ? "#" + parts[1] : "");
        try (ArrayReader reader = ArrayFiles.openExamples(location, "x", 3, 2)) {
            assertEquals(location, reader.location());
            assertEquals(type, reader.type());
            assertArrayEquals(new long[] {EXAMPLES, 3, 2}, reader.shape());
            assertArrayEquals(values(), Values.of(reader.readAll()));
            for (int first = EXAMPLES - 1; first >= 0; first--) {
                for (int count = 1; first + count <= EXAMPLES; count++) {
                    INDArray slice = reader.read(first, count);
                    assertArrayEquals(new long[] {count, 3, 2}, slice.shape());
                    assertEquals(type, slice.dataType());
                    assertArrayEquals(
                            Arrays.copyOfRange(values(), WIDTH * first, WIDTH * (first + count)), Values.of(slice));
                }
            }
        }
    }

    @Test
    void takesUnwrittenChunksForWhatTheyStandFor() throws IOException {
        try (ArrayReader reader = ArrayFiles.open(sample("samples.h5") + "#/zeros")) {
            double[] expected = new double[EXAMPLES * WIDTH];
            System.arraycopy(values(), 0, expected, 0, 2 * WIDTH);
            assertArrayEquals(expected, Values.of(reader.readAll()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#/wrong/integers | numbers of type int64, expected float32 or float64; convert them",
                "#/wrong/half | numbers of type float16, expected float32",
                "#/wrong/complex | no numbers, but compound",
                "#/wrong/text | no numbers, but",
                "#/wrong/number | single number",
                "#/wrong/none | is empty: it has shape [0, 3]",
                "#/wrong/unwritten | no numbers were written",
                "#/wrong/partly | parts of it hold the fill value 7.0",
                "#/nowhere | has no dataset '/nowhere'; it has ",
                "#/group | has no dataset '/group'",
                "#/nowhere/at/all | has no dataset '/nowhere/at/all'",
                "'' | name one behind the file as in "
            })
    void saysWhatIsWrongWithADataset(String name, String words) {
        refused(() -> ArrayFiles.open(sample("samples.h5") + name), sample("samples.h5"), words);
    }

    /** However much of a file is there, the reader says that something is missing and never fails otherwise. */
    @ParameterizedTest
    @CsvSource({"samples.h5, 101", "newest.h5, 13", "shifted.h5, 13"})
    void refusesEveryTruncation(String name, int step) throws IOException {
        byte[] whole = Files.readAllBytes(sample(name));
        for (int length = 0; length < whole.length; length += step) {
            Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
            refused(() -> ArrayFiles.open(cut.toString()), cut);
        }
        Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, whole.length - 1));
        refused(() -> ArrayFiles.open(cut.toString()), "is truncated: it has", "copy or save it again");
    }

    /** Whatever a few wrong bytes make of a file, it is read or refused in words. */
    @ParameterizedTest
    @ValueSource(strings = {"samples.h5", "newest.h5", "shifted.h5"})
    void survivesDamage(String name) throws IOException {
        byte[] whole = Files.readAllBytes(sample(name));
        long seed = 20;
        Random random = new Random(seed);
        for (int trial = 0; trial < 80; trial++) {
            byte[] bytes = whole.clone();
            for (int n = 0; n < 4; n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged.h5"), bytes);
            try (ArrayReader reader = ArrayFiles.open(file + (name.equals("samples.h5") ? "#/gzip" : ""))) {
                reader.read(0, 1);
            } catch (IOException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
            } catch (RuntimeException | Error e) {
                throw new AssertionError("trial " + trial + " of seed " + seed, e);
            }
        }
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path text = Files.writeString(folder.resolve("a.h5"), "1, 2, 3\n");
        refused(() -> ArrayFiles.open(text.toString()), text, "is not an HDF5 file");
        refused(() -> ArrayFiles.open(folder.resolve("b.h5") + "#/x"), "does not exist");
        try (var empty = HdfFile.write(folder.resolve("c.h5"))) {
            empty.putGroup("group");
        }
        refused(() -> ArrayFiles.open(folder.resolve("c.h5").toString()), "has no dataset");
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void whatItWritesReadsTheSame(DataType type) throws IOException {
        for (long[] shape : new long[][] {{6}, {3, 2}, {1, 2, 3, 1}}) {
            String file = folder.resolve("a.hdf5").toString();
            double[] values = {0.1f, -1e30f, Double.NaN, Double.POSITIVE_INFINITY, -0.0, 5};
            ArrayFiles.write(file, Values.array(values, DataType.DOUBLE, shape), type);
            try (ArrayReader reader = ArrayFiles.open(file)) {
                assertArrayEquals(shape, reader.shape());
                assertEquals(type, reader.type());
                assertArrayEquals(values, Values.of(reader.readAll()));
            }
        }
        assertEquals(List.of("a.hdf5"), names());
    }

    /** Slices follow each other into a dataset in groups; an unfinished file is not left behind. */
    @Test
    void writesSlicesAndLeavesNothingUnfinished() throws IOException {
        String file = folder.resolve("a.h5") + "#/some/group/x";
        INDArray rows = Values.array(new double[] {1, 2, 3, 4}, DataType.DOUBLE, 2, 2);
        try (ArrayWriter writer = ArrayFiles.create(file, DataType.FLOAT, 4, 2)) {
            writer.append(rows);
            assertThrows(IllegalStateException.class, writer::finish);
            refused(() -> ArrayFiles.create(file, DataType.FLOAT, 4, 2), "is being written already");
        }
        assertEquals(List.of(), names());
        try (ArrayWriter writer = ArrayFiles.create(file, DataType.FLOAT, 4, 2)) {
            writer.append(rows);
            writer.append(rows);
            writer.finish();
        }
        assertEquals(List.of("a.h5"), names());
        try (ArrayReader reader = ArrayFiles.open(file)) {
            assertArrayEquals(new double[] {1, 2, 3, 4, 1, 2, 3, 4}, Values.of(reader.readAll()));
        }
    }

    /** Who names a dataset may expect the others in the file to stay. */
    @Test
    void replacesAFileOnlyAsAWhole() throws IOException {
        Path file = Files.copy(sample("shifted.h5"), folder.resolve("a.h5"));
        byte[] before = Files.readAllBytes(file);
        INDArray array = Values.array(new double[] {1}, DataType.DOUBLE, 1);

        refused(() -> ArrayFiles.check(file + "#/x"), "would be replaced as a whole");
        refused(() -> ArrayFiles.write(file + "#/x", array, DataType.DOUBLE), "would be replaced as a whole");
        assertArrayEquals(before, Files.readAllBytes(file));

        ArrayFiles.write(file.toString(), array, DataType.DOUBLE);
        try (ArrayReader reader = ArrayFiles.open(file + "#/data")) {
            assertArrayEquals(new long[] {1}, reader.shape());
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
