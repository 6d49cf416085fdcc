package org.physgrad.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Product;
import org.physgrad.tests.RunFolder;

/** The plug-ins among the examples work in the product: a problem with its own solver, and a solver for all problems. */
class ExamplePluginsTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("physgrad.examples"));

    @TempDir
    private Path folder;

    @Test
    void theWaveProblemTrainsWithBothSolvers() throws Exception {
        Path drop = Files.createDirectories(folder.resolve("plugins/drop"));
        Files.copy(EXAMPLES.resolve("plugin-wave/target/wave-1.0.0.jar"), drop.resolve("wave.jar"));
        Files.copy(
                EXAMPLES.resolve("plugin-spectral-gradient/target/spectral-gradient-1.0.0.jar"),
                drop.resolve("spectral-gradient.jar"));
        for (String solver : List.of("wave-time-reversal", "spectral-gradient")) {
            Product.Result result = Product.run(
                    folder,
                    Map.of("PHYSGRAD_PLUGINS", folder.resolve("plugins").toString()),
                    "run",
                    EXAMPLES.resolve("plugin-wave/wave.json"),
                    "--set",
                    "problem.resolution=16",
                    "--set",
                    "network.levels=2",
                    "--set",
                    "training.solver={ \"type\": \"" + solver + "\" }",
                    "--set",
                    "iterations=25",
                    "--out",
                    solver);
            assertEquals(0, result.exitCode(), result::toString);
            List<List<String>> metrics = new RunFolder(folder.resolve(solver)).metrics();
            int column = metrics.get(0).indexOf("x_l1");
            double first = Double.parseDouble(metrics.get(1).get(column));
            double last = Double.parseDouble(metrics.get(25).get(column));
            assertTrue(last < 0.7 * first, solver + ": x_l1 from " + first + " to " + last);
        }
    }
}
