package org.physgrad.files;

import java.io.IOException;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** Tables of one example per row, by FastCSV; only read, for numbers as text take three times the room and more time still. */
final class CsvFormat implements ArrayFormat {

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public List<String> extensions() {
        return List.of(".csv");
    }

    @Override
    public boolean isWritten() {
        return false;
    }

    @Override
    public ArrayReader open(ArrayLocation location) throws IOException {
        return CsvArrayReader.open(location.file());
    }

    @Override
    public ArrayWriter create(ArrayLocation location, DataType type, long... shape) {
        throw new UnsupportedOperationException("CSV files are only read");
    }
}
