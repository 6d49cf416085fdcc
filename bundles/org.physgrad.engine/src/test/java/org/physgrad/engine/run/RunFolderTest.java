package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.experiment.PartSpec;

class RunFolderTest {

    private static final PartSpec PART = new PartSpec("any", Map.of());
    static final Experiment EXPERIMENT = new Experiment(
            "my run/1",
            PART,
            PART,
            new Experiment.Training(PART, Optional.empty(), 0, "problem"),
            PART,
            1,
            1,
            0,
            "auto",
            0,
            1,
            Optional.empty());

    @TempDir
    private Path base;

    @Test
    void holdsTheResolvedExperiment() throws IOException {
        RunFolder folder = RunFolder.create(base.resolve("a/b"), EXPERIMENT);
        assertEquals(
                ExperimentWriter.write(EXPERIMENT),
                Files.readString(folder.path().resolve("experiment.json")));
    }

    @Test
    void leavesAFolderAloneThatHoldsSomething() throws IOException {
        Path file = Files.writeString(base.resolve("precious.txt"), "mine");
        IOException e = assertThrows(IOException.class, () -> RunFolder.create(base, EXPERIMENT));
        assertTrue(e.getMessage().contains("is not empty"), e.getMessage());
        try (var entries = Files.list(base)) {
            assertEquals(List.of(file), entries.toList());
        }
    }

    @Test
    void refusesAPathBelowAFile() throws IOException {
        Path file = Files.writeString(base.resolve("file"), "");
        IOException e = assertThrows(IOException.class, () -> RunFolder.create(file.resolve("run"), EXPERIMENT));
        assertTrue(e.getMessage().contains("file"), e.getMessage());
    }

    @Test
    void claimsAFreeNameThatAFileSystemAllows() throws IOException {
        Path first = RunFolder.claim(base, EXPERIMENT.name());
        assertEquals("my-run-1", first.getFileName().toString());
        RunFolder.create(first, EXPERIMENT);
        Path second = RunFolder.claim(base, EXPERIMENT.name());
        assertEquals("my-run-1-2", second.getFileName().toString());
    }

    @Test
    void runsThatBeginTogetherClaimFoldersOfTheirOwn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<Path> claimed = new HashSet<>();
        List<Callable<Path>> runs = Collections.nCopies(64, () -> RunFolder.claim(base, EXPERIMENT.name()));
        for (Future<Path> folder : threads.invokeAll(runs)) {
            claimed.add(folder.get());
        }
        threads.shutdown();
        assertEquals(64, claimed.size());
    }
}
