package org.physgrad.files;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/** Reads a dataset in an HDF5 file, of which it holds no more than what is asked for. */
final class Hdf5Reader implements ArrayReader {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    /** The signature lies at the start, or behind a user's own block of this size or of a power of two times it. */
    private static final long SMALLEST_USER_BLOCK = 512;

    private final ArrayLocation location;
    private final FileChannel channel;
    private final Hdf5Numbers numbers;

    private Hdf5Reader(ArrayLocation location, FileChannel channel, Hdf5Numbers numbers) {
        this.location = location;
        this.channel = channel;
        this.numbers = numbers;
    }

    static Hdf5Reader open(ArrayLocation location) throws IOException {
        ReadableFile.check(location.file());
        FileChannel channel = FileChannel.open(location.file(), StandardOpenOption.READ);
        try {
            return new Hdf5Reader(location, channel, numbers(location, channel));
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (RuntimeException e) {
            // jHDF throws whatever comes of bytes that make no sense.
            channel.close();
            throw damaged(location, e);
        }
    }

    @SuppressWarnings("resource") // Closing the channel is all there is to close.
    private static Hdf5Numbers numbers(ArrayLocation location, FileChannel channel) throws IOException {
        requireWhole(location, channel);
        HdfFile file = new HdfFile(channel);
        Dataset dataset = Hdf5Datasets.find(location, file);
        return Hdf5Numbers.of(location.toString(), dataset, channel, file.getUserBlockSize());
    }

    /** Compares the size of the file with what it says itself. */
    private static void requireWhole(ArrayLocation location, FileChannel channel) throws IOException {
        long start = start(location, channel);
        long end = Superblock.readSuperblock(channel, start).getEndOfFileAddress();
        if (channel.size() < end) {
            throw new FileFormatException(
                    location.file(),
                    "is truncated: it has " + channel.size() + " of " + end + " bytes; copy or save it again");
        }
    }

    private static long start(ArrayLocation location, FileChannel channel) throws IOException {
        for (long start = 0; start < channel.size(); start = Math.max(SMALLEST_USER_BLOCK, 2 * start)) {
            ByteBuffer bytes = ByteBuffer.allocate(SIGNATURE.length);
            channel.read(bytes, start);
            if (Arrays.equals(bytes.array(), SIGNATURE)) {
                return start;
            }
        }
        throw new FileFormatException(location.file(), "is not an HDF5 file");
    }

    private static IOException damaged(ArrayLocation location, RuntimeException e) {
        String reason = e instanceof HdfException && e.getMessage() != null
                ? ": " + e.getMessage().lines().findFirst().orElse("")
                : "";
        return new FileFormatException(
                location.toString(),
                "cannot be read, it may be damaged; copy or save it again (by h5py, for example)" + reason);
    }

    @Override
    public String location() {
        return location.toString();
    }

    @Override
    public long[] shape() {
        return numbers.shape().clone();
    }

    @Override
    public DataType type() {
        return numbers.type();
    }

    @Override
    public INDArray read(long first, int count) throws IOException {
        long[] shape = Slices.shape(numbers.shape(), count);
        double[] values = Slices.allocate(location(), shape);
        try {
            numbers.source().read(first, count, values);
        } catch (RuntimeException e) {
            throw damaged(location, e);
        }
        return Values.array(values, type(), shape);
    }

    @Override
    public FileChecksum checksum() {
        FileChecksum checksum = new FileChecksum(location.file());
        numbers.source().showTo(checksum);
        return checksum;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
