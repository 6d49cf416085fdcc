package org.physgrad.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for the framework's own files, fresh for each process so that several can run at once. A lock on it tells others that its
 * owner lives: what a killed process left behind, the next one removes.
 */
final class FrameworkStorage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkStorage.class);
    private static final String PREFIX = "physgrad-framework-";
    private static final String LOCK = "owner.lock";
    private static final String BUNDLES = "bundles";

    private final Path root;
    private final FileLock lock;

    private FrameworkStorage(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the storage of this process.
     *
     * @param parent folder to make it in, which others use too
     * @return the storage; close it to remove it
     */
    static FrameworkStorage create(Path parent) {
        try {
            removeAbandoned(parent);
            Path root = Files.createTempDirectory(parent, PREFIX);
            // It gets its name once it is locked: a lock file without a lock is taken for that of a dead process.
            Path file = root.resolve(LOCK + ".new");
            FileLock lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    .lock();
            Files.move(file, root.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
            return new FrameworkStorage(root, lock);
        } catch (IOException e) {
            throw new LaunchException(
                    "cannot write to the temporary folder " + parent + " (" + e
                            + "): choose another one with PHYSGRAD_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                    e);
        }
    }

    /** The folder for the framework to use. */
    Path folder() {
        return root.resolve(BUNDLES);
    }

    @Override
    public void close() {
        try {
            delete(root, lock);
        } catch (IOException e) {
            LOG.info("{} stays behind for the next start to remove: {}", root, e.toString());
        }
    }

    private static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                try {
                    removeIfAbandoned(folder);
                } catch (IOException e) {
                    LOG.info("cannot remove {}: {}", folder, e.toString()); // another user's, or just being removed
                }
            }
        }
    }

    /** Whoever holds the lock may remove the folder: its owner, or, after the owner's death, the first other process that comes. */
    private static void removeIfAbandoned(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return; // its owner is about to lock it, or somebody has all but removed it
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock owned = channel.tryLock();
            if (owned != null) {
                delete(folder, owned);
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("this process itself uses {}", folder);
        }
    }

    /** Removes the lock last: a folder that a kill leaves half removed is still seen as abandoned. */
    private static void delete(Path root, FileLock lock) throws IOException {
        Path bundles = root.resolve(BUNDLES);
        if (Files.exists(bundles)) {
            deleteTree(bundles);
        }
        lock.channel().close(); // Windows does not remove open files
        Files.deleteIfExists(root.resolve(LOCK));
        Files.deleteIfExists(root);
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause(); // what walking meets
        }
    }
}
