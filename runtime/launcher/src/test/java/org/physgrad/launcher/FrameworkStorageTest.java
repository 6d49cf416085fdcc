package org.physgrad.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameworkStorageTest {

    @TempDir
    private Path parent;

    @Test
    void goesAwayWithItsOwner() throws Exception {
        try (FrameworkStorage storage = FrameworkStorage.create(parent)) {
            Files.createDirectories(storage.folder().resolve("bundle1"));
            Files.writeString(storage.folder().resolve("bundle1/state"), "x");
        }

        try (var left = Files.list(parent)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void sparesThatOfALivingProcess() {
        try (FrameworkStorage first = FrameworkStorage.create(parent);
                FrameworkStorage second = FrameworkStorage.create(parent)) {
            assertNotEquals(first.folder(), second.folder());
            assertTrue(Files.exists(first.folder().getParent()));
        }
    }

    @Test
    void removesWhatAKilledProcessLeft() throws Exception {
        Path abandoned = Files.createDirectory(parent.resolve("physgrad-framework-1"));
        Files.createFile(abandoned.resolve("owner.lock"));
        Path other = Files.createDirectory(parent.resolve("somebody-elses"));

        FrameworkStorage.create(parent).close();

        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(other));
    }
}
