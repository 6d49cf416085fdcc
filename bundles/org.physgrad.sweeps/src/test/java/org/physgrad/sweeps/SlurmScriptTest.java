package org.physgrad.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script of a job array, started as Slurm starts it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no Slurm")
class SlurmScriptTest {

    @TempDir
    private Path folder;

    @Test
    void eachTaskRunsTheJobOfItsNumber() throws Exception {
        Path program = Files.writeString(
                folder.resolve("it's a program"),
                "#!/bin/sh\nprintf '%s\\n' \"$PHYSGRAD_THREADS\" \"$@\" > \"$2/seen\"\n");
        assertTrue(program.toFile().setExecutable(true));
        Path out = Files.createDirectory(folder.resolve("a sweep"));
        Job job = new Job("a", "a", Map.of(), null);
        Sweep sweep = new Sweep("rates/quick", Collections.nCopies(5, job), List.of(), 1);
        String script = SlurmScript.of(sweep, program.toString(), out.toString(), 2, 3);
        assertTrue(script.contains("#SBATCH --array=0-4%3\n"), script);
        assertTrue(script.contains("#SBATCH --job-name=rates-quick\n"), script);

        ProcessBuilder task = new ProcessBuilder(
                        "sh",
                        Files.writeString(folder.resolve("slurm.sh"), script).toString())
                .inheritIO();
        task.environment().put("SLURM_ARRAY_TASK_ID", "4");
        assertEquals(0, task.start().waitFor());

        assertEquals(
                List.of("2", "sweep-worker", out.toString(), "--index", "4"), Files.readAllLines(out.resolve("seen")));
    }
}
