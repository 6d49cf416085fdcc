package org.physgrad.plugins;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time changes the plug-ins. */
@Timeout(60)
class StoreLockTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeFile() throws Exception {
        file = Files.createFile(folder.resolve(".lock"));
    }

    @Test
    void theSecondWaitsForTheFirst() throws Exception {
        StoreLock lock = new StoreLock(file, Duration.ofMinutes(1));
        AtomicBoolean held = new AtomicBoolean();
        Thread second = new Thread(() -> assertDoesNotThrow(() -> lock.during(() -> held.getAndSet(true))));
        try (FileChannel first = FileChannel.open(file, StandardOpenOption.WRITE)) {
            first.lock();
            second.start();
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertFalse(held.get());
        }
        second.join();
        assertTrue(held.get());
    }

    @Test
    void whoHoldsItGetsItAgainAndLetsGoOfItAtTheEnd() throws Exception {
        StoreLock lock = new StoreLock(file, Duration.ZERO);
        StoreLock other = new StoreLock(file, Duration.ZERO);
        PluginException refused = lock.during(() -> {
            lock.during(() -> assertRefused(other));
            return assertRefused(other);
        });
        assertTrue(refused.getMessage().contains("another PhysGrad"), refused.getMessage());
        assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
        assertEquals("done", other.during(() -> "done"));
    }

    private static PluginException assertRefused(StoreLock lock) {
        return assertThrows(PluginException.class, () -> lock.during(() -> "done"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoReasonToStop() throws Exception {
        Path inFile = Files.createFile(folder.resolve("file"));
        assertEquals("done", new StoreLock(inFile.resolve(".lock"), Duration.ZERO).during(() -> "done"));
    }
}
