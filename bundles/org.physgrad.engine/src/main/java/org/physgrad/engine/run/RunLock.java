package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.physgrad.files.LockFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a run folder for the one process that trains in it. The system lets go of the lock with the process, however that ends. */
final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final String NAME = ".lock";
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    /** Who looks holds the lock for a moment, which must not refuse anybody. */
    private static final int ATTEMPTS = 5;

    private static final long MILLISECONDS_BETWEEN = 50;

    /** Folders of this process: a system may let go of the process's lock with any channel to the file that is closed, so nobody opens a second one. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final LockFile file;

    private RunLock(Path folder, LockFile file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Locks a run folder.
     *
     * @param path an existing run folder
     * @return the lock, held until it is closed
     * @throws HeldException if somebody trains in the folder
     * @throws IOException if the folder cannot be written
     */
    static synchronized RunLock take(Path path) throws IOException {
        Path folder = path.toRealPath();
        if (!HELD.add(folder)) {
            throw new HeldException(path);
        }
        LockFile file = null;
        try {
            file = LockFile.open(folder.resolve(NAME));
            for (int attempt = 1; !lock(file, path); attempt++) {
                if (attempt == ATTEMPTS) {
                    throw new HeldException(path);
                }
                pause();
            }
            return new RunLock(folder, file);
        } catch (IOException | RuntimeException e) {
            if (file != null) {
                file.close();
            }
            HELD.remove(folder);
            throw e;
        }
    }

    /**
     * Tells whether a run is being trained, by this process or another one.
     *
     * @param path a run folder
     * @return true if somebody holds its lock; false also where the file system knows no locks
     */
    static synchronized boolean isHeld(Path path) {
        try {
            Path folder = path.toRealPath();
            return HELD.contains(folder) || isHeldElsewhere(folder.resolve(NAME));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isHeldElsewhere(Path file) throws IOException {
        if (!Files.isWritable(file)) {
            return false;
        }
        try (LockFile look = LockFile.open(file)) {
            return !look.tryLock(); // let go of at once
        }
    }

    private static boolean lock(LockFile file, Path path) {
        try {
            return file.tryLock();
        } catch (IOException e) {
            if (!WARNED.getAndSet(true)) {
                LOG.warn(
                        "Nothing keeps a second process from training in {}: its file system has no locks ({})",
                        path,
                        e.getMessage());
            }
            return true;
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + NAME, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} cannot be given back before this process ends: {}", folder, e.getMessage());
        }
        HELD.remove(folder);
    }

    /** Somebody trains in the folder. */
    static final class HeldException extends IOException {

        private HeldException(Path folder) {
            super(folder + " belongs to a run that is training now; wait until it has ended, or stop it first");
        }
    }
}
