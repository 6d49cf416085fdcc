package org.physgrad.tests.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Product;
import org.physgrad.tests.RunFolder;

/** A sweep as a job array of a real Slurm. */
class SlurmTest {

    @TempDir
    private Path cluster;

    @TempDir
    private Path folder;

    @Test
    void aJobArrayTrainsEveryRunOfASweep() throws Exception {
        Path sweep = Files.writeString(folder.resolve("rates.json"), """
                { "name": "rates",
                  "experiment": {
                    "problem": { "type": "sine" },
                    "network": { "type": "mlp", "hidden": [10] },
                    "training": { "scheme": "unsupervised" },
                    "optimizer": { "type": "adam" },
                    "batchSize": 10, "iterations": 20 },
                  "vary": { "seed": [0, 1] }, "at": [20] }
                """);
        try (SlurmCluster slurm = SlurmCluster.start(cluster)) {
            Product.Result submitted =
                    Product.run(folder, slurm.environment(), "sweep", sweep, "--launcher", "slurm", "--threads", 1);
            assertEquals(0, submitted.exitCode(), submitted::toString);
            Matcher job = Pattern.compile("Submitted batch job (\\d+)").matcher(submitted.out());
            assertTrue(job.find(), submitted::toString);

            slurm.await(job.group(1));
        }
        for (int seed : new int[] {0, 1}) {
            RunFolder run = new RunFolder(folder.resolve("sweeps/rates/seed-" + seed));
            assertEquals(21, run.metrics().size()); // with the names of the columns
        }
        Product.Result summary = Product.run(folder, "sweep", sweep);
        assertEquals(0, summary.exitCode(), summary::toString);
        assertTrue(summary.out().contains("2 finished already"), summary::toString);
        assertTrue(Files.exists(folder.resolve("sweeps/rates/summary.csv")));
    }
}
