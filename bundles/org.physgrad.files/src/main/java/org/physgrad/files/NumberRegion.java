package org.physgrad.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/** The part of a file in which numbers lie one behind the other. */
final class NumberRegion {

    private static final int BUFFERED = 1 << 16;

    private final String location;
    private final FileChannel channel;
    private final long start;
    private final DataType type;
    private final ByteBuffer buffer;
    private Optional<FileChecksum> checksum = Optional.empty();

    /**
     * Marks a region.
     *
     * @param location the file, for messages
     * @param channel the file; not closed by this
     * @param start where the numbers begin, in bytes
     * @param type their type
     * @param order their bytes' order
     */
    NumberRegion(String location, FileChannel channel, long start, DataType type, ByteOrder order) {
        this.location = location;
        this.channel = channel;
        this.start = start;
        this.type = type;
        this.buffer = ByteBuffer.allocateDirect(BUFFERED).order(order);
    }

    /** Shows a checksum all bytes that are read from now on. */
    void showTo(FileChecksum watching) {
        checksum = Optional.of(watching);
    }

    /**
     * Reads numbers that follow each other in the file to places that are some way apart.
     *
     * @param from index of the first number in the file
     * @param values where to
     * @param to index of the first place
     * @param step from place to place
     * @param count how many
     */
    void read(long from, double[] values, int to, int step, int count) throws IOException {
        int width = type.width();
        long position = start + from * width;
        int place = to;
        for (long left = (long) count * width; left > 0; left -= buffer.limit()) {
            buffer.clear().limit((int) Math.min(left, BUFFERED));
            while (buffer.hasRemaining()) {
                int got = channel.read(buffer, position);
                if (got < 0) {
                    throw new EOFException(location + " became shorter while it was read");
                }
                position += got;
            }
            buffer.flip();
            if (checksum.isPresent()) {
                checksum.get().passed(position - buffer.limit(), buffer);
            }
            place = decode(type, buffer, values, place, step);
        }
    }

    /** Takes all numbers of a buffer; returns the place behind the last one. */
    static int decode(DataType type, ByteBuffer buffer, double[] values, int to, int step) {
        int place = to;
        for (; buffer.hasRemaining(); place += step) {
            values[place] = type == DataType.FLOAT ? buffer.getFloat() : buffer.getDouble();
        }
        return place;
    }
}
