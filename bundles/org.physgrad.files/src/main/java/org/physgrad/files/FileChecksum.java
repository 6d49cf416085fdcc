package org.physgrad.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * The SHA-256 of a file, computed from the bytes that are read for its numbers, so that a large file is read once for both. Bytes that no reading brings in the
 * order of the file are read for the checksum alone.
 */
public final class FileChecksum {

    private static final int BUFFERED = 1 << 16;

    private final Path file;
    private final MessageDigest digest = Sha256.begin();

    /** How many bytes, from the start of the file, the checksum has taken in; beyond any file after the end. */
    private long taken;

    FileChecksum(Path file) {
        this.file = file;
    }

    /**
     * Takes in bytes that were read.
     *
     * @param position where in the file they begin
     * @param bytes the bytes; neither position nor limit is changed
     */
    void passed(long position, ByteBuffer bytes) throws IOException {
        catchUp(position);
        long known = taken - position;
        if (known < bytes.remaining()) {
            ByteBuffer unknown = bytes.duplicate();
            digest.update(unknown.position(unknown.position() + (int) known));
            taken = position + bytes.remaining();
        }
    }

    /**
     * Ends the checksum; what is read later is not looked at.
     *
     * @return 64 hexadecimal digits in lower case
     * @throws IOException if the rest of the file cannot be read
     */
    public String finish() throws IOException {
        catchUp(Long.MAX_VALUE);
        taken = Long.MAX_VALUE;
        return Sha256.finish(digest);
    }

    /** Reads up to a position, or to the end of the file. */
    private void catchUp(long end) throws IOException {
        if (taken >= end) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFERED);
            while (taken < end && channel.read(limited(buffer, end - taken), taken) > 0) {
                taken += buffer.flip().remaining();
                digest.update(buffer);
            }
        }
    }

    private static ByteBuffer limited(ByteBuffer buffer, long bytes) {
        return buffer.clear().limit((int) Math.min(bytes, BUFFERED));
    }
}
