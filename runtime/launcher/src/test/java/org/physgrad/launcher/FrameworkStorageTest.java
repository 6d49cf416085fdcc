package org.physgrad.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    void severalProgramsThatStartAtOnceMayRemoveTheSame() throws Exception {
        for (int folder = 0; folder < 20; folder++) {
            Path abandoned = Files.createDirectory(parent.resolve("physgrad-framework-" + folder));
            Files.createFile(abandoned.resolve("owner.lock"));
            for (int bundle = 0; bundle < 50; bundle++) {
                Path state = Files.createDirectories(abandoned.resolve("bundles/bundle" + bundle));
                Files.createFile(state.resolve("bundle.info"));
            }
        }

        int programs = 4;
        CyclicBarrier start = new CyclicBarrier(programs);
        ExecutorService threads = Executors.newFixedThreadPool(programs);
        try {
            Callable<Void> program = () -> {
                start.await();
                FrameworkStorage.create(parent).close();
                return null;
            };
            for (Future<Void> outcome : threads.invokeAll(Collections.nCopies(programs, program))) {
                outcome.get();
            }
        } finally {
            threads.shutdown();
        }

        try (var left = Files.list(parent)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
