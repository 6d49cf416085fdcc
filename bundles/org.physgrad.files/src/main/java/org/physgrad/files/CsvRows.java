package org.physgrad.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.IndexedCsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The rows of numbers in a CSV file: all of them checked when it is opened, and read again when they are needed. */
final class CsvRows implements AutoCloseable {

    /** More columns than any problem has entries; the library's own limit is lower. */
    private static final int MOST_COLUMNS = 1 << 26;

    /** The beginning of a column's name; without what programs write for numbers that are none. */
    private static final Pattern NAME =
            Pattern.compile("(?!(nan|inf|infinity|na|n/a|null|none)$)[\\p{L}_]", Pattern.CASE_INSENSITIVE);

    private static final String PLAIN = "0123456789+-.eE \t";

    private final Path file;
    private final IndexedCsvReader<CsvRecord> records;

    /** Which records are rows of numbers; the others are comments, blank lines and the header. */
    private final int[] rows;

    private int columns;

    private CsvRows(Path file, IndexedCsvReader<CsvRecord> records) throws IOException {
        this.file = file;
        this.records = records;
        this.rows = check();
    }

    static CsvRows open(Path file) throws IOException {
        ReadableFile.check(file);
        IndexedCsvReader<CsvRecord> records;
        try {
            records = IndexedCsvReader.builder()
                    .commentStrategy(CommentStrategy.READ)
                    .pageSize(1)
                    .build(
                            CsvRecordHandler.of(
                                    handler -> handler.maxFields(MOST_COLUMNS).maxRecordSize(Integer.MAX_VALUE)),
                            file);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file, "is not text in UTF-8; save it again as CSV in UTF-8");
        }
        try {
            return new CsvRows(file, records);
        } catch (IOException e) {
            records.close();
            throw e;
        }
    }

    private int[] check() throws IOException {
        IntStream.Builder found = IntStream.builder();
        int records = this.records.getIndex().pages().size();
        for (int index = 0; index < records; index++) {
            CsvRecord row = record(index);
            if (row.isComment() || isBlank(row)) {
                continue;
            }
            boolean first = columns == 0;
            if (first) {
                columns = row.getFieldCount();
                if (isHeader(row)) {
                    continue;
                }
            }
            numbers(row, new double[columns], 0);
            found.add(index);
        }
        int[] rows = found.build().toArray();
        if (rows.length == 0) {
            throw new FileFormatException(file, "is empty: it has no row of numbers");
        }
        return rows;
    }

    private static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }

    /** Tells whether a row names the columns. */
    private boolean isHeader(CsvRecord row) throws FileFormatException {
        List<String> fields = row.getFields();
        if (fields.stream().allMatch(field -> NAME.matcher(field.strip()).lookingAt())) {
            return true;
        }
        if (columns > 1
                && IntStream.range(0, columns)
                        .allMatch(i -> fields.get(i).strip().equals(Integer.toString(i)))) {
            throw wrong(row, "counts 0, 1, 2, ... as a header of column numbers does; remove it, or put a # in front");
        }
        return false;
    }

    private CsvRecord record(int index) throws IOException {
        try {
            return records.readPage(index).get(0);
        } catch (CsvParseException e) {
            throw new FileFormatException(file, "cannot be read as CSV: " + e.getMessage());
        }
    }

    /** Number of rows. */
    int size() {
        return rows.length;
    }

    /** Numbers in each row. */
    int columns() {
        return columns;
    }

    /** Reads a row to a place in an array. */
    void read(long row, double[] values, int to) throws IOException {
        numbers(record(rows[Math.toIntExact(row)]), values, to);
    }

    private void numbers(CsvRecord row, double[] values, int to) throws FileFormatException {
        if (row.getFieldCount() != columns) {
            throw wrong(row, "has " + row.getFieldCount() + " cells, the rows before it have " + columns);
        }
        for (int column = 0; column < columns; column++) {
            String field = row.getField(column);
            double number = number(field);
            if (Double.isNaN(number)) {
                String cell = field.isBlank() ? "an empty cell" : "'" + field.strip() + "'";
                throw wrong(
                        row,
                        "holds " + cell + " in column " + (column + 1)
                                + ", expected a finite number; cells are separated by commas");
            }
            values[to + column] = number;
        }
    }

    /** A finite number as everybody writes it, without what Java also takes for one; NaN for anything else. */
    private static double number(String field) {
        boolean plain = field.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
        try {
            double number = plain ? Double.parseDouble(field) : Double.NaN;
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private FileFormatException wrong(CsvRecord row, String what) {
        return new FileFormatException(file, "line " + row.getStartingLineNumber() + " " + what);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
