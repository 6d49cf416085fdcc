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
        assertEquals(0, Product.run(folder, undisturbed.toArray()).exitCode());
        long training = milliseconds(new RunFolder(folder.resolve("undisturbed")));

        int attempt = 0;
        boolean begun = false;
        for (int kills = 0; kills < KILLS; ) {
            String killed = "killed-" + attempt;
            List<Object> fresh = new ArrayList<>(command);
            fresh.add(killed);
            // Before its first checkpoint a run has nothing to lose.
            boolean alive = begun
                    ? kill(training, "\"event\":\"started\"", resume(killed))
                    : kill(training, "\"event\":\"checkpoint\"", fresh.toArray());
            if (alive) {
                kills++;
                begun = true;
            } else { // it ended before
                assertSame(folder.resolve("undisturbed"), folder.resolve(killed));
                attempt++;
                begun = false;
            }
        }

        if (begun) {
            Product.Result last = Product.run(folder, resume("killed-" + attempt));
            assertEquals(0, last.exitCode(), last::toString);
            assertSame(folder.resolve("undisturbed"), folder.resolve("killed-" + attempt));
        }
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
                    "batchSize": 100, "iterations": 3000, "checkpointEvery": 50 },
                  "vary": { "seed": [0, 1, 2] } }
                """);
        long start = System.nanoTime();
        assertEquals(
                0,
                Product.run(folder, "sweep", sweep, "--jobs", 2, "--out", "undisturbed")
                        .exitCode());
        long duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

        int attempt = 0;
        for (int kills = 0; kills < KILLS; ) {
            if (kill(duration, "opened", "sweep", sweep, "--jobs", 2, "--out", "killed-" + attempt)) {
                kills++;
            } else { // it ended before
                assertSameRuns("killed-" + attempt);
                attempt++;
            }
        }

        Product.Result last = Product.run(folder, "sweep", sweep, "--jobs", 2, "--out", "killed-" + attempt);
        assertEquals(0, last.exitCode(), last::toString);
        assertSameRuns("killed-" + attempt);
    }

    private void assertSameRuns(String sweep) throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            Path undisturbed = folder.resolve("undisturbed").resolve("seed-" + seed);
            Path killed = folder.resolve(sweep).resolve("seed-" + seed);
            List<String> expected = new RunFolder(undisturbed).checkpoints();
            List<String> actual = new RunFolder(killed).checkpoints();
            assertEquals(expected.get(expected.size() - 1), actual.get(actual.size() - 1));
            // The sweep is killed, not its workers: each ends by itself, with a checkpoint of wherever it was.
            assertSame(
                    undisturbed,
                    killed,
                    expected.stream().filter(actual::contains).toList());
        }
    }

    private static long milliseconds(RunFolder run) throws IOException {
        List<List<String>> rows = run.metrics();
        int wall = rows.get(0).indexOf("wall_s");
        double seconds = rows.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.get(wall)))
                .sum();
        return Math.max(1, Math.round(1000 * seconds));
    }

    private static Object[] resume(String run) {
        return new Object[] {"resume", run, "--json"};
    }

    /**
     * Starts a command, and kills it at some moment after a line with a word.
     *
     * @return false if it had ended by then
     */
    private boolean kill(long duration, String word, Object... command) throws Exception {
        try (Session session = new Session(folder, folder.resolve("plugins"), command)) {
            session.await(word);
            return session.killAfter(random.nextLong(duration));
        }
    }

    private static void assertSame(Path undisturbed, Path killed) throws IOException {
        List<String> checkpoints = new RunFolder(undisturbed).checkpoints();
        assertEquals(checkpoints, new RunFolder(killed).checkpoints());
        assertSame(undisturbed, killed, checkpoints);
    }

    private static void assertSame(Path undisturbed, Path killed, List<String> checkpoints) throws IOException {
        assertEquals(new RunFolder(undisturbed).metricsWithoutTimes(), new RunFolder(killed).metricsWithoutTimes());
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
