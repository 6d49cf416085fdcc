package org.physgrad.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that one process at a time can lock, there for that alone. The system lets go of the lock with the process, however that ends. On some systems it does so
 * with any channel to the file that is closed, so a process that holds the lock should not open the file a second time.
 */
public final class LockFile implements AutoCloseable {

    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the file, which is made where there is none.
     *
     * @param file the file
     * @return the file, not locked yet
     * @throws IOException if it cannot be written
     */
    public static LockFile open(Path file) throws IOException {
        return new LockFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /**
     * Locks the file, unless somebody else has.
     *
     * @return whether it is locked for this object now
     * @throws IOException if its file system has no locks
     */
    public boolean tryLock() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another framework, or copy of a class, in this process holds it
        }
    }

    /** Lets go of the lock, where there is one. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
