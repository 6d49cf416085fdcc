package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.plugins.Session;

/**
 * Kills that leave a process no time for anything, at random moments of training. {@code -Dphysgrad.kills=20} makes it twenty.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("physgrad.kills", 2);

    @TempDir
    private Path folder;

    private Random random;

    @BeforeEach
    void seed() {
        long seed = Long.getLong("physgrad.seed", new Random().nextLong());
        System.out.println("seed " + seed);
        random = new Random(seed);
    }

    @Test
    void aRunThatIsKilledAgainAndAgainEndsAsTheUndisturbedOne() throws Exception {
        List<Object> command = new ArrayList<>(List.of("run", Product.example("heat-quick.json")));
        for (String setting :
                List.of("problem.resolution=16", "network.levels=3", "batchSize=8", "iterations=300", "threads=1")) {
            command.addAll(List.of("--set", setting));
        }
        command.addAll(List.of("--set", "checkpointEvery=20", "--json", "--out"));
        List<Object> undisturbed = new ArrayList<>(command);
        undisturbed.add("undisturbed");
        long start = System.nanoTime();
        assertEquals(0, Product.run(folder, undisturbed.toArray()).exitCode());
        long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        command.add("killed");
        for (int kill = 0; kill < KILLS; kill++) {
            kill(duration, "\"event\":\"iteration\"", kill == 0 ? command.toArray() : resume());
        }

        Product.Result last = Product.run(folder, resume());
        assertEquals(0, last.exitCode(), last::toString);
        assertSame(folder.resolve("undisturbed"), folder.resolve("killed"));
    }

    @Test
    void aSweepThatIsKilledAgainAndAgainEndsAsTheUndisturbedOne() throws Exception {
        Path sweep = Files.writeString(folder.resolve("seeds.json"), """
                { "name": "seeds",
                  "experiment": {
                    "problem": { "type": "sine" },
                    "network": { "type": "mlp", "hidden": [10, 10] },
                    "training": { "scheme": "physical-gradient", "solver": { "type": "sine-inverse" } },
                    "optimizer": { "type": "adam" },
                    "batchSize": 100, "iterations": 1000, "checkpointEvery": 50 },
                  "vary": { "seed": [0, 1, 2] } }
                """);
        long start = System.nanoTime();
        assertEquals(
                0,
                Product.run(folder, "sweep", sweep, "--jobs", 2, "--out", "undisturbed")
                        .exitCode());
        long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        Object[] killed = {"sweep", sweep, "--jobs", 2, "--out", "killed"};
        for (int kill = 0; kill < KILLS; kill++) {
            kill(duration, "opened", killed);
        }

        Product.Result last = Product.run(folder, killed);
        assertEquals(0, last.exitCode(), last::toString);
        for (int seed = 0; seed < 3; seed++) {
            String run = "seed-" + seed;
            assertSame(
                    folder.resolve("undisturbed").resolve(run),
                    folder.resolve("killed").resolve(run));
        }
    }

    private static Object[] resume() {
        return new Object[] {"resume", "killed", "--json"};
    }

    /** Starts a command, and kills it at some moment after a line with a word. It may have ended by then. */
    private void kill(long duration, String word, Object... command) throws Exception {
        try (Session session = new Session(folder, folder.resolve("plugins"), command)) {
            session.await(word);
            session.process().waitFor(random.nextLong(duration), TimeUnit.MILLISECONDS);
            session.process().destroyForcibly().waitFor();
        }
    }

    private static void assertSame(Path undisturbed, Path killed) throws IOException {
        RunFolder expected = new RunFolder(undisturbed);
        RunFolder actual = new RunFolder(killed);
        assertEquals(expected.metricsWithoutTimes(), actual.metricsWithoutTimes());
        List<String> checkpoints = expected.checkpoints();
        assertEquals(checkpoints, actual.checkpoints());
        for (String checkpoint : checkpoints) {
            Map<String, byte[]> wanted =
                    entries(undisturbed.resolve("checkpoints").resolve(checkpoint));
            Map<String, byte[]> found = entries(killed.resolve("checkpoints").resolve(checkpoint));
            assertEquals(wanted.keySet(), found.keySet());
            wanted.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), checkpoint + ", " + name));
        }
    }

    /** What an archive holds, without the times at which it was packed. */
    private static Map<String, byte[]> entries(Path archive) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
