package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short training from the command line, and the run folder it leaves. */
class TrainingTest {

    @TempDir
    private static Path folder;

    private static Product.Result result;
    private static RunFolder run;

    @BeforeAll
    static void train() throws Exception {
        result = train(0, "first");
        assertEquals(0, result.exitCode(), result::toString);
        run = new RunFolder(folder.resolve("first"));
    }

    @Test
    void isQuietOnStandardError() {
        assertEquals("", result.err());
    }

    @Test
    void printsOneJsonObjectPerEvent() {
        List<JsonObject> events = result.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();

        List<Integer> iterations = events.stream()
                .filter(event -> event.get("event").getAsString().equals("iteration"))
                .map(event -> event.get("iteration").getAsInt())
                .toList();
        assertEquals(List.of(1, 2, 3), iterations);
        assertEquals("done", events.get(events.size() - 1).get("event").getAsString());
    }

    @Test
    void resolvesTheExperimentWithItsDefaults() throws Exception {
        JsonObject experiment = run.json("experiment.json");

        assertEquals(3, experiment.get("iterations").getAsInt());
        assertEquals(8, experiment.get("batchSize").getAsInt());
        assertEquals(32, experiment.getAsJsonObject("problem").get("resolution").getAsInt());
        assertEquals(
                0.9, experiment.getAsJsonObject("optimizer").get("beta1").getAsDouble(), "a default of the optimizer");
    }

    @Test
    void recordsTheMetricsOfEveryIteration() throws Exception {
        List<List<String>> rows = run.metrics();

        assertEquals(
                List.of("iteration", "wall_s", "cpu_s", "solver_calls", "x_l1", "y_l1", "y_l2"),
                rows.get(0).subList(0, 7));
        assertEquals(
                List.of("1", "2", "3"),
                rows.subList(1, 4).stream().map(row -> row.get(0)).toList());
        for (List<String> row : rows.subList(1, rows.size())) {
            for (String value : row) {
                assertTrue(Double.isFinite(Double.parseDouble(value)), row::toString);
            }
            assertTrue(Double.parseDouble(row.get(4)) > 0, row::toString);
        }
    }

    @Test
    void recordsTheBundlesThatTookPart() throws Exception {
        JsonArray bundles = run.json("environment.json").getAsJsonArray("bundles");

        List<JsonObject> heat = StreamSupport.stream(bundles.spliterator(), false)
                .map(element -> element.getAsJsonObject())
                .filter(bundle -> bundle.get("name").getAsString().equals("org.physgrad.problem.heat"))
                .toList();
        assertEquals(1, heat.size());
        assertTrue(heat.get(0).get("sha256").getAsString().matches("[0-9a-f]{64}"), heat::toString);
    }

    @Test
    void keepsAWholeCheckpointOfTheEnd() throws Exception {
        List<String> checkpoints = run.checkpoints();

        assertTrue(checkpoints.contains("iteration-0000003.zip"), checkpoints::toString);
        assertTrue(checkpoints.stream().noneMatch(name -> name.endsWith(".tmp")), checkpoints::toString);
        List<JsonObject> events = run.events();
        assertEquals("done", events.get(events.size() - 1).get("event").getAsString());
    }

    @Test
    void drawsTheSameNumbersForTheSameSeedOnly() throws Exception {
        train(0, "again");
        train(1, "other");

        assertEquals(run.metricsWithoutTimes(), new RunFolder(folder.resolve("again")).metricsWithoutTimes());
        assertNotEquals(run.metricsWithoutTimes(), new RunFolder(folder.resolve("other")).metricsWithoutTimes());
    }

    private static Product.Result train(int seed, String name) throws Exception {
        return Product.run(
                folder,
                "run",
                Product.example("heat-quick.json"),
                "--set",
                "iterations=3",
                "--set",
                "batchSize=8",
                "--set",
                "seed=" + seed,
                "--out",
                name,
                "--json");
    }
}
