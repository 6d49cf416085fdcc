package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
            assertEquals(java.util.List.of(file), entries.toList());
        }
    }

    @Test
    void refusesAPathBelowAFile() throws IOException {
        Path file = Files.writeString(base.resolve("file"), "");
        IOException e = assertThrows(IOException.class, () -> RunFolder.create(file.resolve("run"), EXPERIMENT));
        assertTrue(e.getMessage().contains("file"), e.getMessage());
    }

    @Test
    void choosesAFreeNameThatAFileSystemAllows() throws IOException {
        Path first = RunFolder.choose(base, EXPERIMENT.name());
        assertEquals("my-run-1", first.getFileName().toString());
        RunFolder.create(first, EXPERIMENT);
        Path second = RunFolder.choose(base, EXPERIMENT.name());
        assertEquals("my-run-1-2", second.getFileName().toString());
        assertFalse(Files.exists(second));
    }
}
