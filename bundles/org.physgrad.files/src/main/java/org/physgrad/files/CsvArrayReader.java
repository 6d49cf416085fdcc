package org.physgrad.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/** Reads the rows of a CSV file as examples: of as many numbers as there are columns, or of a shape that has as many entries. */
final class CsvArrayReader implements ArrayReader {

    private final Path file;
    private final CsvRows rows;
    private final long[] exampleShape;

    private CsvArrayReader(Path file, CsvRows rows, long... exampleShape) {
        this.file = file;
        this.rows = rows;
        this.exampleShape = exampleShape;
    }

    static CsvArrayReader open(Path file) throws IOException {
        CsvRows rows = CsvRows.open(file);
        return new CsvArrayReader(file, rows, rows.columns());
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public long[] shape() {
        return Shapes.withBatch(rows.size(), exampleShape);
    }

    @Override
    public DataType type() {
        return DataType.DOUBLE;
    }

    @Override
    public ArrayReader examples(String role, long... expected) throws FileFormatException {
        if (Arrays.stream(expected).reduce(1, Math::multiplyExact) != rows.columns()) {
            throw new FileFormatException(
                    file,
                    "has " + rows.columns() + " numbers per row; " + role + " has " + Slices.product(expected)
                            + " per example");
        }
        return new CsvArrayReader(file, rows, expected);
    }

    @Override
    public INDArray read(long first, int count) throws IOException {
        long[] shape = Slices.shape(shape(), count);
        double[] values = Slices.allocate(location(), shape);
        for (int row = 0; row < count; row++) {
            rows.read(first + row, values, row * rows.columns());
        }
        return Values.array(values, type(), shape);
    }

    /** Rows are read one by one, through a reader that does not show their bytes: the checksum reads the file by itself. */
    @Override
    public FileChecksum checksum() {
        return new FileChecksum(file);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
