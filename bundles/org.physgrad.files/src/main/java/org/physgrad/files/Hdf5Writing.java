package org.physgrad.files;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Writes HDF5 files of one contiguous dataset. jHDF wants the whole array in memory, so it only writes what stands around the numbers and leaves room
 * for them; they follow slice by slice.
 */
final class Hdf5Writing {

    /** Name of a dataset that the user gives none. */
    private static final String NAME = "data";

    private Hdf5Writing() {}

    static ArrayWriter begin(ArrayLocation location, DataType type, long... shape) throws IOException {
        PartFile part = PartFile.of(location.file());
        Files.createFile(part.path());
        try {
            long start = writeFrame(part, path(location), type, shape);
            OutputStream numbers = new BufferedOutputStream(Channels.newOutputStream(
                    FileChannel.open(part.path(), StandardOpenOption.WRITE).position(start)));
            return new NumberWriter(part, numbers, ByteOrder.nativeOrder(), type, shape);
        } catch (HdfException e) {
            part.close();
            throw new FileFormatException(location.file(), "cannot be written: " + e.getMessage());
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }

    /** Names of the groups from the root and of the dataset in the last one. */
    private static List<String> path(ArrayLocation location) {
        List<String> path = Arrays.stream(location.dataset().orElse("").split("/"))
                .filter(name -> !name.isBlank())
                .toList();
        return path.isEmpty() ? List.of(NAME) : path;
    }

    /** Writes all but the numbers; returns where they belong. */
    private static long writeFrame(PartFile part, List<String> path, DataType type, long... shape) {
        ReservedDataset dataset;
        try (WritableHdfFile file = HdfFile.write(part.path())) {
            WritableGroup group = file;
            for (String name : path.subList(0, path.size() - 1)) {
                group = group.putGroup(name);
            }
            String name = path.get(path.size() - 1);
            dataset = new ReservedDataset(name, group, type, shape);
            group.putDataset(name, dataset);
        }
        return dataset.start();
    }
}
