package org.physgrad.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.tests.Product;
import org.physgrad.tests.RunFolder;

/** A solver plug-in comes, changes, goes and comes back under one long run, without a restart. */
class LiveChangeTest {

    @TempDir
    private Path folder;

    @Test
    void aRunOutlivesItsSolver() throws Exception {
        Path first = SolverPlugin.of("1.0.0").build(folder);
        Path second =
                SolverPlugin.of("1.1.0").stepping("x0.sub(gradient.mul(0.2))").build(folder);
        Path broken = SolverPlugin.of("1.2.0")
                .stepping("Nd4j.ones(3, 3).sub(gradient.getRow(99))")
                .build(folder);
        try (Session session = new Session(
                folder,
                folder.resolve("plugins"),
                "run",
                Product.example("heat-quick.json"),
                "--set",
                "problem.resolution=16",
                "--set",
                "network.levels=2",
                "--set",
                "iterations=1000000",
                "--set",
                "batchSize=4",
                "--out",
                "run",
                "--json",
                "--control")) {
            session.await("\"iteration\":3");

            session.send("plugin install %s", first);
            session.await("Installed org.example.downhill 1.0.0");
            session.send("set training.solver={\"type\":\"downhill\"}");
            session.await("\"event\":\"changed\"", "downhill");
            session.await("\"event\":\"iteration\"");

            session.send("plugin update %s", second);
            session.await("\"event\":\"exchanged\"", "downhill 1.0.0", "downhill 1.1.0");
            session.await("\"event\":\"iteration\"");

            session.send("plugin update %s", broken);
            session.await("\"event\":\"paused\"", "failed with the new parts");
            session.send("plugin update %s", second);
            session.await("\"event\":\"proceeded\"");
            session.await("\"event\":\"iteration\"");

            session.send("plugin remove org.example.downhill");
            session.await("\"event\":\"paused\"", "no solver of type 'downhill' is installed");
            session.send("plugin install %s", second);
            session.await("\"event\":\"proceeded\"");
            session.await("\"event\":\"iteration\"");

            session.send("cancel");
            session.await("\"event\":\"cancelled\"");
            assertEquals(130, Product.exitCode(session.process()));
        }
        RunFolder run = new RunFolder(folder.resolve("run"));
        List<List<String>> metrics = run.metrics();
        for (int row = 1; row < metrics.size(); row++) {
            assertEquals(Integer.toString(row), metrics.get(row).get(0), "the iterations are not continuous");
        }
        List<String> events = run.events().stream()
                .map(event -> event.get("event").getAsString())
                .toList();
        assertTrue(events.containsAll(List.of("changed", "exchanged", "paused", "proceeded")), events::toString);
        JsonObject failure = run.events().stream()
                .filter(event -> event.has("stackTrace"))
                .findFirst()
                .orElseThrow();
        assertTrue(failure.get("stackTrace").getAsString().contains("org.example.Solver"), failure::toString);
    }
}
