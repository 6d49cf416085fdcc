package org.physgrad.files;

import java.io.IOException;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** NumPy's files of one array. */
final class NumpyFormat implements ArrayFormat {

    @Override
    public String name() {
        return "NumPy";
    }

    @Override
    public List<String> extensions() {
        return List.of(".npy");
    }

    @Override
    public ArrayReader open(ArrayLocation location) throws IOException {
        return NumpyFiles.open(location.file());
    }

    @Override
    public ArrayWriter create(ArrayLocation location, DataType type, long... shape) throws IOException {
        return NumpyFiles.create(location.file(), type, shape);
    }
}
