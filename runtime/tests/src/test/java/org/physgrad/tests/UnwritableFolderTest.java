package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.plugins.Session;

/** A disk that fills up, and a folder that becomes read-only, while a run writes there. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "mounts small file systems as Linux does")
class UnwritableFolderTest {

    @TempDir
    private Path folder;

    private final Deque<Path> mounts = new ArrayDeque<>();

    @AfterEach
    void unmount() throws Exception {
        for (Path mount : mounts) {
            assertEquals(0, Product.exitCode(new ProcessBuilder("umount", mount.toString()).start()));
        }
    }

    @Test
    void aRunWhoseDiskIsFullEndsAndGoesOnOnceThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        mount(disk, "-t", "tmpfs", "-o", "size=128k", "tmpfs");
        Path run = disk.resolve("run");

        Product.Result full = Product.run(
                folder,
                "run",
                Product.example("sine-quick.json"),
                "--set",
                "iterations=1000000",
                "--set",
                "batchSize=1",
                "--set",
                "checkpointEvery=100",
                "--out",
                run);

        assertEquals(1, full.exitCode(), full::toString);
        assertTrue(full.err().contains(run + " cannot be written (No space left on device)"), full::toString);
        assertEquals(1, full.errLines().size(), full::toString);

        mount(disk, "-o", "remount,size=2m");
        int last = lastCheckpoint(run);
        assertTrue(last >= 100, "checkpoint of iteration " + last);
        Product.Result resumed = Product.run(folder, "resume", run, "--iterations", last + 50);
        assertEquals(0, resumed.exitCode(), resumed::toString);
        List<List<String>> metrics = new RunFolder(run).metrics();
        int columns = metrics.get(0).size();
        assertTrue(metrics.stream().allMatch(row -> row.size() == columns));
        assertEquals(
                IntStream.rangeClosed(1, last + 50).mapToObj(Integer::toString).toList(),
                metrics.subList(1, metrics.size()).stream()
                        .map(row -> row.get(0))
                        .toList());
    }

    @Test
    void aRunThatCanKeepNoCheckpointEndsWithTheOneBefore() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        try (Session session = new Session(
                folder,
                folder.resolve("plugins"),
                "run",
                Product.example("sine-quick.json"),
                "--control",
                "--out",
                run.path(),
                "--set",
                "iterations=1000000",
                "--set",
                "batchSize=1",
                "--set",
                "checkpointEvery=1000000")) {
            Path checkpoints = run.path().resolve("checkpoints");
            session.send("pause");
            session.await("Paused");
            Set<String> before = Set.copyOf(run.checkpoints());
            mount(checkpoints, "--bind", "-o", "ro", checkpoints.toString());
            session.send("proceed");
            session.await("Going on");
            session.await("residual"); // an iteration that a checkpoint is due for
            session.send("cancel");

            session.await("cannot be written", "Read-only file system");
            assertEquals(1, Product.exitCode(session.process()));
            assertEquals(before, Set.copyOf(run.checkpoints()));
            List<?> events = run.events();
            assertTrue(events.get(events.size() - 1).toString().contains("\"failed\""), events::toString);
        }
    }

    private static int lastCheckpoint(Path run) throws Exception {
        return new RunFolder(run)
                .checkpoints().stream()
                        .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
                        .max()
                        .orElseThrow();
    }

    private void mount(Path point, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("mount"));
        Collections.addAll(command, options);
        command.add(point.toString());
        Product.Result mount = Product.run(new ProcessBuilder(command));
        assumeTrue(mount.exitCode() == 0, () -> "cannot mount a file system here: " + mount);
        if (!mounts.contains(point)) {
            mounts.push(point);
        }
    }
}
