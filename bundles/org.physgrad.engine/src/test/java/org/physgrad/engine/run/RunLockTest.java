package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.ExperimentReader;

/** One process at a time trains in a run folder. */
@Timeout(60)
class RunLockTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(RunLockTest.class.getClassLoader());

    @TempDir
    private Path base;

    /** Another process, which holds the lock until it is killed. */
    static final class Holder {

        private static RunLock lock; // one that nobody refers to is let go of

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            lock = RunLock.take(Path.of(arguments[0]));
            System.out.println(lock == null ? "" : "held");
            Thread.currentThread().join();
        }
    }

    @Test
    void whatAnotherProcessHoldsIsRefusedUntilThatIsKilled() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        base.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertEquals("held", output.readLine());
            assertTrue(RunLock.isHeld(base));
            IOException e = assertThrows(IOException.class, () -> RunLock.take(base));
            assertTrue(e.getMessage().contains(base.toString()), e.getMessage());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertFalse(RunLock.isHeld(base));
        RunLock.take(base).close();
    }

    @Test
    void aRunThatTrainsIsNotResumed() throws IOException {
        Path path = base.resolve("run");
        try (RunSession session = RunSession.begin(
                CATALOG,
                new ExperimentReader(CATALOG).read(JsonParser.parseString("""
                        { "problem": { "type": "sine" }, "network": { "type": "mlp" },
                          "training": { "scheme": "unsupervised" }, "optimizer": { "type": "adam" },
                          "batchSize": 20, "iterations": 3, "threads": 1, "executor": "dl4j" }
                        """).getAsJsonObject()),
                path)) {
            session.train();
            List<String> before = content(path);
            IOException e = assertThrows(
                    IOException.class,
                    () -> RunSession.resume(CATALOG, path, Map.of("iterations", "5"), damaged -> {}));
            assertTrue(e.getMessage().contains("training now"), e.getMessage());
            assertEquals(before, content(path));
            assertTrue(session.folder().trains(), "the one who was refused took the lock away");
        }
        try (RunSession session = RunSession.resume(CATALOG, path, Map.of("iterations", "5"), damaged -> {})) {
            assertEquals(5, session.train().iteration());
        }
    }

    private static List<String> content(Path folder) throws IOException {
        List<String> content = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                content.add(file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return content;
    }
}
