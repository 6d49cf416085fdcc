package org.physgrad.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.physgrad.files.LockFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps other processes from changing the plug-ins on disk at the same time. The operating system lets go of it with the process. Not for several threads: its
 * owner lets one at a time in.
 */
final class StoreLock {

    private static final Logger LOG = LoggerFactory.getLogger(StoreLock.class);

    private static final Duration POLL = Duration.ofMillis(20);

    /** After this long, people are told what is waited for. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Duration patience;
    private LockFile lock;
    private int holders;

    /** Something that is done under the lock. */
    interface Work<T> {

        T done() throws PluginException;
    }

    /**
     * Names the lock.
     *
     * @param file a file that is there for the lock alone
     * @param patience how long to wait for another process
     */
    StoreLock(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /**
     * Waits until no other process holds the lock, and works under it. Work may have parts that ask for the lock again.
     *
     * @throws PluginException if another process keeps it for too long, or the work throws it
     */
    <T> T during(Work<T> work) throws PluginException {
        if (holders == 0) {
            try {
                acquire();
            } catch (IOException e) {
                // Where nothing can be written nothing can be changed, as the change itself will say; and some network
                // disks have no locks.
                LOG.info("The lock {} cannot be had", file, e);
                release();
            }
        }
        holders++;
        try {
            return work.done();
        } finally {
            holders--;
            if (holders == 0) {
                release();
            }
        }
    }

    private void acquire() throws IOException, PluginException {
        Files.createDirectories(file.getParent());
        lock = LockFile.open(file);
        long start = System.nanoTime();
        boolean told = false;
        while (!lock.tryLock()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(patience) > 0) {
                release();
                throw new PluginException(
                        "another PhysGrad has been changing the plug-ins in " + file.getParent() + " for "
                                + patience.toSeconds() + " s; end it, or try again when it is done",
                        null);
            }
            if (!told && waited.compareTo(SILENCE) > 0) {
                LOG.warn("Waiting for another PhysGrad that changes the plug-ins in {}", file.getParent());
                told = true;
            }
            pause();
        }
    }

    private void pause() throws PluginException {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            release();
            Thread.currentThread().interrupt();
            throw new PluginException("interrupted while waiting for " + file, e);
        }
    }

    private void release() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.info("The lock {} was not closed in good order", file, e);
            }
            lock = null;
        }
    }
}
