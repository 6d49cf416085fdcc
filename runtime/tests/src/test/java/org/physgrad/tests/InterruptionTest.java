package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a training. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot send Ctrl-C there")
class InterruptionTest {

    @TempDir
    private Path folder;

    @Test
    void ctrlCKeepsACheckpointOfTheLastIteration() throws Exception {
        Process process = Product.start(
                folder,
                "run",
                Product.example("heat-quick.json"),
                "--set",
                "iterations=1000000",
                "--set",
                "checkpointEvery=1000000",
                "--set",
                "batchSize=8",
                "--out",
                "run",
                "--json");
        try {
            Output out = new Output(process);
            out.await("\"iteration\":2,");

            assertEquals(0, Product.exitCode(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start()));

            out.awaitEnd();
            assertEquals(130, Product.exitCode(process));
        } finally {
            process.destroyForcibly();
        }
        RunFolder run = new RunFolder(folder.resolve("run"));
        List<List<String>> metrics = run.metrics();
        int last = Integer.parseInt(metrics.get(metrics.size() - 1).get(0));
        assertTrue(last >= 2, metrics::toString);
        List<String> checkpoints = run.checkpoints();
        assertTrue(checkpoints.contains(String.format(Locale.ROOT, "iteration-%07d.zip", last)), checkpoints::toString);
        assertEquals(
                "cancelled",
                run.events().get(run.events().size() - 1).get("event").getAsString());
    }
}
