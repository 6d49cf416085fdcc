package org.physgrad.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.physgrad.files.Refusals.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.physgrad.math.Values;

class CsvFilesTest {

    private static final double[] VALUES = {1, -2.5, 3e-4, 4, 5, 6};

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), text).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,-2.5,3e-4\n4,5,6\n",
                "1, -2.5 ,.0003\r\n+4,5.,6E0",
                "a,b,c\n1,-2.5,0.0003\n4,5,6\n",
                "# made by hand, in K\n\n\"t 0\",\"t, 1\",t2\n1,-2.5,3E-4\n# the second one\n4,5,6\n\n",
                "\uFEFF1,-2.5,0.00030\n\n\n4,5,6\n"
            })
    void readsRowsOfNumbers(String text) throws IOException {
        try (ArrayReader reader = ArrayFiles.open(file(text))) {
            assertArrayEquals(new long[] {2, 3}, reader.shape());
            assertEquals(DataType.DOUBLE, reader.type());
            assertArrayEquals(VALUES, Values.of(reader.readAll()));
            assertArrayEquals(Arrays.copyOfRange(VALUES, 3, 6), Values.of(reader.read(1, 1)));
            assertArrayEquals(Arrays.copyOf(VALUES, 3), Values.of(reader.read(0, 1)));
        }
    }

    /** A row is one example in C order; a column of single numbers has no further axis. */
    @Test
    void bringsRowsIntoShape() throws IOException {
        String fields = file("1,2,3,4,5,6\n7,8,9,10,11,12\n");
        try (ArrayReader reader = ArrayFiles.openExamples(fields, "the cause x", 3, 2)) {
            assertArrayEquals(new long[] {2, 3, 2}, reader.shape());
            assertEquals(8, reader.readAll().getDouble(1, 0, 1));
            assertEquals(11, reader.read(1, 1).getDouble(0, 2, 0));
        }
        try (ArrayReader reader = ArrayFiles.openExamples(file("a\n0.5\n2\n"), "the cause x")) {
            assertArrayEquals(new long[] {2}, reader.shape());
            assertArrayEquals(new double[] {0.5, 2}, Values.of(reader.readAll()));
        }
    }

    @Test
    void namesBothCountsWhereTheyDiffer() throws IOException {
        String file = file("1,2,3\n");
        refused(
                () -> ArrayFiles.openExamples(file, "the cause x of heat", 2, 2),
                file,
                "has 3 numbers per row; the cause x of heat has 2 x 2 = 4 per example");
        refused(() -> ArrayFiles.openExamples(file, "the cause x of sine"), "the cause x of sine has 1 per example");
    }

    /** Each number has its own place also in a file much longer than any buffer. */
    @Test
    void findsRowsOfALongFile() throws IOException {
        int rows = 300;
        int columns = 500;
        long seed = 7;
        Random random = new Random(seed);
        double[] values = random.doubles((long) rows * columns).toArray();
        StringBuilder text = new StringBuilder("# seed " + seed + "\n");
        for (int row = 0; row < rows; row++) {
            text.append(Arrays.stream(values, row * columns, (row + 1) * columns)
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        try (ArrayReader reader = ArrayFiles.open(file(text.toString()))) {
            for (int row : new int[] {299, 0, 150, 151, 1}) {
                assertArrayEquals(
                        Arrays.copyOfRange(values, row * columns, (row + 1) * columns),
                        Values.of(reader.read(row, 1)),
                        "row " + row + " of seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2;3,4;5 | line 3 has 1 cells, the rows before it have 2",
                "1,2;3,4,5 | line 2 has 3 cells, the rows before it have 2",
                "a,b;1,2;3, | line 3 holds an empty cell in column 2",
                "1,2;3,nan | line 2 holds 'nan' in column 2, expected a finite number",
                "NaN,NaN;3,4 | line 1 holds 'NaN' in column 1",
                "1 2 3 | line 1 holds '1 2 3' in column 1, expected a finite number; cells are separated by commas",
                "1:2:3 | line 1 holds '1:2:3' in column 1",
                "a,1;3,4 | line 1 holds 'a' in column 1",
                "NaN,2;3,4 | line 1 holds 'NaN' in column 1",
                ",2;3,4 | line 1 holds an empty cell in column 1",
                "1,2;3,x | line 2 holds 'x' in column 2",
                "1,2;3,1e999 | line 2 holds '1e999'",
                "1,2;3,0x1p3 | line 2 holds '0x1p3'",
                "1,2;3,4f | line 2 holds '4f'",
                "1,2;3,- | line 2 holds '-'",
                "0,1,2;5,6,7 | line 1 counts 0, 1, 2, ... as a header",
                "a,b | is empty",
                "# 1,2 | is empty",
                "'' | is empty"
            })
    void saysWhatIsWrongAndWhere(String text, String words) throws IOException {
        String file = file(text.replace(';', '\n'));
        refused(() -> ArrayFiles.open(file), file, words);
    }

    @Test
    void refusesOtherFiles() throws IOException {
        Path file = folder.resolve("a.csv");
        refused(() -> ArrayFiles.open(file.toString()), "does not exist");
        Files.write(file, "1,2\n".getBytes(StandardCharsets.UTF_16));
        refused(() -> ArrayFiles.open(file.toString()), "is not text in UTF-8");
        byte[] noise = new byte[10_000];
        new Random(3).nextBytes(noise);
        Files.write(file, noise);
        refused(() -> ArrayFiles.open(file.toString()), file);
    }

    @Test
    void isNotWritten() {
        refused(
                () -> ArrayFiles.check(folder.resolve("a.csv").toString()),
                "CSV is only read; the name must end in .npy (NumPy) or .h5");
    }
}
