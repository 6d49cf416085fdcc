package org.physgrad.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins come and go many times in one process. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "threads, files and memory of a process are read from /proc")
class CyclesTest {

    private static final int CYCLES = 50;

    @TempDir
    private Path folder;

    @Test
    void fiftyCyclesLeaveNothingBehind() throws Exception {
        Path first = SolverPlugin.of("1.0.0").build(folder);
        Path second = SolverPlugin.of("1.1.0").build(folder);
        try (Session session = Session.paused(folder, folder.resolve("plugins"))) {
            Usage before = null;
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                session.send("plugin install %s", first);
                session.await("Installed");
                session.send("plugin update %s", second);
                assertTrue(session.await("Updated").contains("are released"), "cycle " + cycle + " leaks at update");
                session.send("plugin remove org.example.downhill");
                assertTrue(session.await("Removed").contains("are released"), "cycle " + cycle + " leaks at removal");
                if (cycle == CYCLES / 5) {
                    before = Usage.of(session.process().pid());
                }
            }
            Usage after = Usage.of(session.process().pid());
            String found = before + " after a fifth of the cycles, " + after + " after all";
            System.out.println(found);
            assertTrue(after.threads() <= before.threads() + 1, found);
            assertTrue(after.files() <= before.files() + 1, found);
            // Each cycle loads some 100 kB of classes and files twice: a leak would show as several megabytes.
            assertTrue(after.residentMegabytes() <= before.residentMegabytes() + 30, found);
        }
    }

    private record Usage(long threads, long files, long residentMegabytes) {

        static Usage of(long process) throws IOException {
            Path proc = Path.of("/proc", Long.toString(process));
            long pages = Long.parseLong(Files.readString(proc.resolve("statm")).split(" ", 3)[1]);
            return new Usage(count(proc.resolve("task")), count(proc.resolve("fd")), pages * 4096 / (1 << 20));
        }

        private static long count(Path folder) throws IOException {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.count();
            }
        }
    }
}
