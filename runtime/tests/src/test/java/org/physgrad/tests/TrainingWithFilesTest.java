package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.plugins.Session;

/** Training with a user's examples, with the executor that the product chooses. */
class TrainingWithFilesTest {

    private static final int EXAMPLES = 40;
    private static final int CELLS = 16;

    /** Of 36 examples to train with, batches of 8 end an epoch within the fifth iteration. */
    private static final String EXPERIMENT = """
            { "problem": { "type": "heat", "resolution": 16 },
              "network": { "type": "unet", "levels": 2, "filters": 4 },
              "training": { "scheme": "physical-gradient", "solver": { "type": "heat-inverse" } },
              "optimizer": { "type": "adam" },
              "data": { "effect": "data/y.npy", "cause": "data/x.npy", "validateEvery": 7 },
              "batchSize": 8, "iterations": 600, "threads": 1, "checkpointEvery": 10 }
            """;

    @TempDir
    private Path folder;

    private Path experiment;

    @BeforeEach
    void write() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        double[] causes =
                new Random(seed).doubles((long) EXAMPLES * CELLS * CELLS).toArray();
        Path data = Files.createDirectories(folder.resolve("own/data"));
        Npy.write(data.resolve("x.npy"), "<f4", false, causes, EXAMPLES, CELLS, CELLS);
        assertEquals(
                0,
                Product.run(data, "simulate", "heat", "--set", "resolution=16", "--input", "x.npy", "--output", "y.npy")
                        .exitCode());
        experiment = Files.writeString(folder.resolve("own/experiment.json"), EXPERIMENT);
    }

    @Test
    void aKilledRunEndsAsTheUndisturbedOne() throws Exception {
        assertEquals(0, run("undisturbed").exitCode());
        try (Session session =
                new Session(folder, folder.resolve("plugins"), "run", experiment, "--json", "--out", "killed")) {
            session.await(
                    "\"event\":\"iteration\"",
                    "\"iteration\":33,"); // in the middle of an epoch, checkpoint 30 behind it
            session.process().destroyForcibly().waitFor();
        }
        assertTrue(new RunFolder(folder.resolve("killed")).metrics().size() < 600, "it was not killed in time");
        Product.Result rest = Product.run(folder, "resume", "killed");
        assertEquals(0, rest.exitCode(), rest::toString);
        RunFolder undisturbed = new RunFolder(folder.resolve("undisturbed"));
        assertEquals(undisturbed.metricsWithoutTimes(), new RunFolder(folder.resolve("killed")).metricsWithoutTimes());
        assertEquals(validation("undisturbed"), validation("killed"));
        assertEquals(1 + 600 / 7 + 1, validation("undisturbed").size(), "rows of validation.csv");

        assertEquals(0, run("unmeasured", "--set", "data.validateEvery=1000").exitCode());
        assertEquals(
                undisturbed.metricsWithoutTimes(), new RunFolder(folder.resolve("unmeasured")).metricsWithoutTimes());
    }

    @Test
    void whatIsWrongWithFilesIsToldBeforeARunBegins() throws Exception {
        Product.Result wrong = run("wrong", "--set", "data.efect=y.npy", "--set", "data.validation=2");
        assertEquals(3, wrong.exitCode(), wrong::toString);
        assertTrue(wrong.err().contains("data.efect: is not a key here; did you mean 'effect'?"), wrong::toString);
        assertTrue(wrong.err().contains("data.validation: is 2, allowed: number, 0 to 0.9"), wrong::toString);
        wrong = run("wrong", "--set", "problem.resolution=32");
        assertEquals(3, wrong.exitCode(), wrong::toString);
        assertTrue(wrong.err().contains("y.npy has shape [40, 16, 16], expected [batch, 32, 32]"), wrong::toString);
        assertEquals(2, wrong.errLines().size(), wrong::toString);
        assertTrue(Files.notExists(folder.resolve("wrong")), "a run folder was made");

        assertEquals(0, run("run", "--set", "iterations=3").exitCode());
        Path causes = folder.resolve("own/data/x.npy");
        byte[] bytes = Files.readAllBytes(causes);
        bytes[bytes.length - 4] ^= 1;
        Files.write(causes, bytes);
        Product.Result resumed = Product.run(folder, "resume", "run", "--iterations", 6);
        assertNotEquals(0, resumed.exitCode(), resumed::toString);
        assertTrue(resumed.err().contains("x.npy has changed"), resumed::toString);
        assertEquals(1, resumed.errLines().size(), resumed::toString);
        assertEquals(4, new RunFolder(folder.resolve("run")).metrics().size());
    }

    private Product.Result run(String out, String... more) throws Exception {
        return Product.run(
                folder,
                Stream.concat(Stream.of("run", experiment, "--out", out), Stream.of(more))
                        .toArray());
    }

    private List<String> validation(String run) throws IOException {
        return Files.readAllLines(folder.resolve(run).resolve("validation.csv"));
    }
}
