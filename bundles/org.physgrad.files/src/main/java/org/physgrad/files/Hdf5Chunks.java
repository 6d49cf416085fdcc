package org.physgrad.files;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.HdfFilterException;

/** Checks of datasets in chunks, for what jHDF would not read as it was meant. */
final class Hdf5Chunks {

    private Hdf5Chunks() {}

    /**
     * Refuses what cannot be read.
     *
     * @throws FileFormatException if the compression is not known, or chunks are missing that stand for other numbers than zero
     */
    static void check(String location, ChunkedDataset dataset) throws FileFormatException {
        try {
            dataset.getFilters();
        } catch (HdfFilterException e) {
            throw new FileFormatException(
                    location, "is compressed in a way that is not known here (" + e.getMessage() + "); use gzip");
        }
        // jHDF takes chunks that were never written for zeros.
        boolean zeros = dataset.getFillValue() == null || ((Number) dataset.getFillValue()).doubleValue() == 0;
        if (!zeros && !isWhole(dataset)) {
            throw new FileFormatException(
                    location, "was not written to its end, parts of it hold the fill value " + dataset.getFillValue());
        }
    }

    private static boolean isWhole(ChunkedDataset dataset) {
        long[] shape = dataset.getDimensionsAsLong();
        int[] chunk = dataset.getChunkDimensions();
        int[] offset = new int[shape.length];
        int axis;
        do {
            try {
                dataset.getRawChunkBuffer(offset);
            } catch (HdfException e) {
                return false;
            }
            axis = shape.length - 1;
            while (axis >= 0 && (offset[axis] += chunk[axis]) >= shape[axis]) {
                offset[axis--] = 0;
            }
        } while (axis >= 0);
        return true;
    }
}
