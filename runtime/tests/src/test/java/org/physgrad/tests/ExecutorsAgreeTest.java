package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fast executor learns as the reference executor does. */
class ExecutorsAgreeTest {

    private static final int ITERATIONS = 200;

    @TempDir
    private Path folder;

    @Test
    void twoHundredIterationsGiveTheSameLearningCurve() throws Exception {
        List<List<String>> reference = train("dl4j");
        List<List<String>> fast = train("onednn");
        int column = reference.get(0).indexOf("x_l1");
        for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
            double expected = Double.parseDouble(reference.get(iteration).get(column));
            double found = Double.parseDouble(fast.get(iteration).get(column));
            assertEquals(expected, found, 0.01 * expected, "x_l1 in iteration " + iteration);
        }
    }

    private List<List<String>> train(String executor) throws Exception {
        Product.Result result = Product.run(
                folder,
                "run",
                Product.example("heat-quick.json"),
                "--set",
                "problem.resolution=16",
                "--set",
                "network.levels=2",
                "--set",
                "network.filters=8",
                "--set",
                "batchSize=16",
                "--set",
                "threads=1",
                "--set",
                "iterations=" + ITERATIONS,
                "--set",
                "executor=" + executor,
                "--out",
                executor);
        assertEquals(0, result.exitCode(), result::toString);
        return new RunFolder(folder.resolve(executor)).metrics();
    }
}
