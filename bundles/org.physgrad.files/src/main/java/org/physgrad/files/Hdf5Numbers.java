package org.physgrad.files;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The numbers of a dataset, wherever its layout has put them.
 *
 * @param shape shape of the dataset
 * @param type type of its numbers
 * @param source reads them
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of results, never compared.
record Hdf5Numbers(long[] shape, DataType type, Source source) {

    /** Bytes of chunks that are put together at a time. */
    private static final long PORTION = 1 << 24;

    private static final int FLOAT_EXPONENT_BITS = 8;
    private static final int DOUBLE_EXPONENT_BITS = 11;

    /** Reads whole examples, each of the same number of entries. */
    interface Source {

        /**
         * Reads examples.
         *
         * @param values where to; as long as they are
         */
        void read(long first, int count, double... values) throws IOException;

        /** Shows a checksum all bytes that are read from now on; nothing of chunks, which the library reads in an order of its own. */
        default void showTo(FileChecksum checksum) {}
    }

    /** Numbers one behind the other. */
    private record Contiguous(NumberRegion region) implements Source {

        @Override
        public void read(long first, int count, double... values) throws IOException {
            region.read(first * (values.length / count), values, 0, 1, values.length);
        }

        @Override
        public void showTo(FileChecksum checksum) {
            region.showTo(checksum);
        }
    }

    /**
     * Finds the numbers of a dataset.
     *
     * @param location the dataset's name, for messages
     * @param dataset the dataset
     * @param channel its file
     * @param base where in the file the addresses begin
     * @throws FileFormatException if they are not float32 or float64, or none
     */
    static Hdf5Numbers of(String location, Dataset dataset, FileChannel channel, long base) throws IOException {
        FloatingPoint encoding = encoding(location, dataset);
        DataType type = encoding.getSize() == Float.BYTES ? DataType.FLOAT : DataType.DOUBLE;
        long[] shape = dataset.getDimensionsAsLong();
        boolean unwritten = dataset instanceof ContiguousDataset && dataset.isEmpty();
        if (unwritten || dataset.getSize() == 0) {
            throw new FileFormatException(
                    location,
                    "is empty: it has shape " + Arrays.toString(shape) + " and no numbers were written to it");
        }
        if (shape.length == 0) {
            throw new FileFormatException(location, "is a single number, expected an array, the batch first");
        }
        return new Hdf5Numbers(shape, type, source(location, dataset, encoding, type, channel, base));
    }

    private static FloatingPoint encoding(String location, Dataset dataset) throws FileFormatException {
        if (dataset.getDataType() instanceof FloatingPoint encoding) {
            boolean isFloat = encoding.getSize() == Float.BYTES && encoding.getExponentSize() == FLOAT_EXPONENT_BITS;
            boolean isDouble = encoding.getSize() == Double.BYTES && encoding.getExponentSize() == DOUBLE_EXPONENT_BITS;
            if (isFloat || isDouble) {
                return encoding;
            }
        }
        throw new FileFormatException(
                location,
                "holds " + describe(dataset.getDataType()) + ", expected float32 or float64; convert them with"
                        + " a.astype('f8')");
    }

    private static String describe(io.jhdf.object.datatype.DataType type) {
        if (type instanceof FixedPoint integers) {
            return "numbers of type " + (integers.isSigned() ? "int" : "uint") + Byte.SIZE * type.getSize();
        }
        return type instanceof FloatingPoint
                ? "numbers of type float" + Byte.SIZE * type.getSize()
                : "no numbers, but " + type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static Source source(
            String location, Dataset dataset, FloatingPoint encoding, DataType type, FileChannel channel, long base)
            throws IOException {
        if (dataset instanceof ContiguousDataset contiguous) {
            long start = base + contiguous.getDataAddress();
            if (dataset.getSizeInBytes() > channel.size() - start) {
                throw new FileFormatException(location, "is truncated: the file ends within its numbers");
            }
            return new Contiguous(new NumberRegion(location, channel, start, type, encoding.getByteOrder()));
        }
        DatasetBase stored = (DatasetBase) dataset;
        if (dataset instanceof ChunkedDataset chunked) {
            Hdf5Chunks.check(location, chunked);
            return (first, count, values) -> readChunks(stored, encoding, type, first, count, values);
        }
        double[] all = new double[Math.toIntExact(dataset.getSize())];
        NumberRegion.decode(type, stored.getDataBuffer().order(encoding.getByteOrder()), all, 0, 1);
        return (first, count, values) ->
                System.arraycopy(all, (int) first * (values.length / count), values, 0, values.length);
    }

    private static void readChunks(
            DatasetBase dataset, FloatingPoint encoding, DataType type, long first, int count, double... values) {
        long width = (long) (values.length / count) * type.width();
        int portion = (int) Math.max(1, PORTION / width);
        long[] offset = new long[dataset.getDimensionsAsLong().length];
        int[] extents = dataset.getDimensions();
        int place = 0;
        for (int done = 0; done < count; done += extents[0]) {
            offset[0] = first + done;
            extents[0] = Math.min(portion, count - done);
            ByteBuffer slice = dataset.getSliceDataBuffer(offset, extents).order(encoding.getByteOrder());
            place = NumberRegion.decode(type, slice, values, place, 1);
        }
    }
}
