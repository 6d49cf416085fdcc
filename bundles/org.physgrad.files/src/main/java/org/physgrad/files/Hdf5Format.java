package org.physgrad.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** Datasets in HDF5 files, by jHDF. */
final class Hdf5Format implements ArrayFormat {

    @Override
    public String name() {
        return "HDF5";
    }

    @Override
    public List<String> extensions() {
        return List.of(".h5", ".hdf5");
    }

    @Override
    public boolean hasDatasets() {
        return true;
    }

    @Override
    public ArrayReader open(ArrayLocation location) throws IOException {
        return Hdf5Reader.open(location);
    }

    @Override
    public void check(ArrayLocation location) throws IOException {
        ArrayFormat.super.check(location);
        // Files are written as a whole: who names a dataset in one that exists may expect that the others stay.
        if (location.dataset().isPresent() && Files.exists(location.file())) {
            throw new FileFormatException(
                    location.file(),
                    "exists and would be replaced as a whole, with all its datasets; name a file that does not exist");
        }
    }

    @Override
    public ArrayWriter create(ArrayLocation location, DataType type, long... shape) throws IOException {
        return Hdf5Writing.begin(location, type, shape);
    }
}
