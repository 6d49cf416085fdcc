package org.physgrad.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.Values;

/** Reads an {@code .npy} file, of which it holds no more than what is asked for. */
final class NumpyReader implements ArrayReader {

    /** Far beyond the longest header that NumPy writes for plain numbers. */
    private static final int LONGEST_HEADER = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final NumpyHeader header;
    private final NumberRegion numbers;

    private NumpyReader(Path file, FileChannel channel, NumpyHeader header) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.numbers =
                new NumberRegion(file.toString(), channel, header.dataStart(), header.type(), header.byteOrder());
    }

    static NumpyReader open(Path file) throws IOException {
        ReadableFile.check(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            NumpyHeader header = NumpyHeader.parse(file, start(channel));
            checkSize(file, header, channel.size() - header.dataStart());
            return new NumpyReader(file, channel, header);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] start(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(channel.size(), LONGEST_HEADER));
        int got = 0;
        while (start.hasRemaining() && got >= 0) {
            got = channel.read(start, start.position());
        }
        return Arrays.copyOf(start.array(), start.position());
    }

    /** Counts the entries and compares with the size of the file. */
    private static void checkSize(Path file, NumpyHeader header, long bytes) throws FileFormatException {
        long largest = Long.MAX_VALUE / 16;
        long entries = 1;
        for (long extent : header.shape()) {
            entries = extent != 0 && entries > largest / extent ? largest : entries * extent;
        }
        String shape = "shape " + Arrays.toString(header.shape());
        if (entries == 0) {
            throw new FileFormatException(file, "is empty: it has " + shape);
        }
        long needed = entries * header.type().width();
        if (needed > bytes) {
            throw new FileFormatException(
                    file,
                    "is truncated: its " + shape + " needs more than the " + bytes + " bytes of numbers it has;"
                            + " copy or save it again");
        }
        if (needed < bytes) {
            throw new FileFormatException(
                    file, "has " + (bytes - needed) + " bytes more than its " + shape + " needs; save it again");
        }
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public long[] shape() {
        return header.shape().clone();
    }

    @Override
    public DataType type() {
        return header.type();
    }

    @Override
    public INDArray read(long first, int count) throws IOException {
        long[] shape = Slices.shape(header.shape(), count);
        double[] values = Slices.allocate(location(), shape);
        int width = values.length / count;
        if (header.fortranOrder()) {
            readColumns(values, first, count);
        } else {
            numbers.read(first * width, values, 0, 1, values.length);
        }
        return Values.array(values, header.type(), shape);
    }

    /** Reads, for each entry of an example, the run of examples in which it lies: there the first index runs fastest. */
    private void readColumns(double[] values, long first, int count) throws IOException {
        long[] shape = header.shape();
        int width = values.length / count;
        long[] index = new long[shape.length];
        for (int entry = 0; entry < width; entry++) {
            long column = 0;
            for (int axis = shape.length - 1; axis > 0; axis--) {
                column = column * shape[axis] + index[axis];
            }
            numbers.read(column * shape[0] + first, values, entry, width, count);
            for (int axis = shape.length - 1; axis > 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
    }

    @Override
    public FileChecksum checksum() {
        FileChecksum checksum = new FileChecksum(file);
        numbers.showTo(checksum);
        return checksum;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
