package org.physgrad.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.InvalidExperimentException;

/** From a sweep file to its jobs, or to everything that is wrong with it. */
class SweepReaderTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(SweepReaderTest.class.getClassLoader());
    private static final String EXPERIMENT = """
            { "problem": { "type": "sine" }, "network": { "type": "mlp" }, "training": { "scheme": "unsupervised" },
              "optimizer": { "type": "adam" }, "iterations": 7 }
            """;

    @TempDir
    private Path folder;

    @Test
    void jobsAreTheProductOfCasesListsAndRanges() throws IOException {
        Sweep sweep = read(Optional.empty(), """
                { "name": "rates", "experiment": %s, "at": [5, 1],
                  "cases": { "plain": {}, "physics": { "training": { "scheme": "physical-gradient", "solver": { "type": "sine-inverse" } } } },
                  "vary": { "optimizer.learningRate": { "from": 1e-4, "to": 1e-2, "count": 3, "scale": "log" }, "seed": [5, 6] } }
                """);
        assertEquals(12, sweep.jobs().size());
        assertEquals(6, sweep.groups().size());
        assertEquals(List.of(1, 5), sweep.at());
        Job job = sweep.jobs().get(9);
        assertEquals("physics_learningRate-0.001_seed-6", job.name());
        assertEquals("physics_learningRate-0.001", job.group());
        assertEquals(0.001, job.experiment().optimizer().values().get("learningRate"));
        assertEquals(6, job.experiment().seed());
        assertEquals("physical-gradient", job.experiment().training().scheme().type());
        assertEquals(3, job.experiment().threads(), "threads that the experiment leaves open");
    }

    @Test
    void aScaleReplacesSettingsCasesAndSeeds() throws IOException {
        Sweep sweep = read(Optional.of("quick"), """
                { "name": "s", "experiment": %s, "cases": { "a": { "batchSize": 9 }, "b": {}, "c": {} }, "vary": { "seed": [1, 2] },
                  "scales": { "quick": { "experiment": { "network.hidden": [3] }, "vary": { "seed": [4] },
                                         "cases": { "a": { "iterations": 2 }, "c": null } } } }
                """);
        assertEquals("s-quick", sweep.name());
        assertEquals(
                List.of("a_seed-4", "b_seed-4"),
                sweep.jobs().stream().map(Job::name).toList());
        Job a = sweep.jobs().get(0);
        assertEquals(2, a.experiment().iterations());
        assertEquals(9, a.experiment().batchSize());
        assertEquals(7, sweep.jobs().get(1).experiment().iterations());
        assertEquals(List.of(3L), a.experiment().network().values().get("hidden"));
    }

    @Test
    void allThatIsWrongWithTheFileIsToldAtOnce() {
        assertEquals("""
                vari: is not a key here; there are name, experiment, base, vary, cases, scales, at, window
                scales: there is no scale 'huge'; there are quick
                vary.seed: a range needs "from" and "count"
                at: is 0, expected a whole number from 1
                window: is "wide", expected a whole number from 1""", refusal(Optional.of("huge"), """
                        { "experiment": %s, "vari": {}, "vary": { "seed": { "to": 3 } }, "at": [0], "window": "wide", "scales": { "quick": {} } }
                        """));
    }

    @Test
    void whatIsWrongWithJobsIsToldOnceForAllOfThem() {
        assertEquals("""
                batchSize: is 0, allowed: integer, 1 to 1000000 (job a_seed-1 and 1 more)
                optimiser: is not a key here; did you mean 'optimizer'? known: name, problem, network, training, optimizer, batchSize, iterations, seed, executor, threads, checkpointEvery, data (job b_seed-1 and 1 more)""".replace("case-", ""), refusal(Optional.empty(), """
                        { "experiment": %s, "cases": { "a": { "batchSize": 0 }, "b": { "optimiser": {} } }, "vary": { "seed": [1, 2] } }
                        """));
    }

    @Test
    void partsThatDoNotFitAreFoundBeforeTheFirstJob() {
        String refusal = refusal(Optional.empty(), """
                { "experiment": %s, "cases": { "a": {}, "b": { "network": { "type": "unet" } } } }
                """);
        assertEquals(1, refusal.lines().filter(line -> line.endsWith("(job b)")).count(), refusal);
    }

    @Test
    void twoJobsOfOneNameAreRefused() {
        assertEquals(
                "vary: two jobs have this name; give the values labels (job seed-1)",
                refusal(Optional.empty(), "{ \"experiment\": %s, \"vary\": { \"seed\": [1, 1] } }"));
    }

    @Test
    void allJobsTrainWithTheSameFilesRelativeToTheExperiment() throws IOException {
        Path base = Files.createDirectories(folder.resolve("base"));
        Files.writeString(base.resolve("y.csv"), "-1.0\n".repeat(40));
        Files.writeString(base.resolve("a.csv"), "0.5\n".repeat(40));
        String data = "\"data\": { \"effect\": \"y.csv\", \"context\": { \"a\": \"a.csv\" } }, ";
        Files.writeString(base.resolve("e.json"), EXPERIMENT.replaceFirst("\\{", "{ " + data));
        Sweep sweep = read(Optional.empty(), "{ \"base\": \"base/e.json\", \"vary\": { \"seed\": [1, 2] } }");
        assertEquals(2, sweep.jobs().size());
        for (Job job : sweep.jobs()) {
            DataSpec files = job.experiment().data().orElseThrow();
            assertEquals(base.resolve("y.csv").toAbsolutePath().toString(), files.effect());
            assertEquals(Set.of("effect", "context.a"), files.sha256().keySet(), "nothing fixes what they hold");
        }
    }

    private String refusal(Optional<String> scale, String file) {
        return assertThrows(InvalidExperimentException.class, () -> read(scale, file))
                .getMessage()
                .replace(System.lineSeparator(), "\n");
    }

    private Sweep read(Optional<String> scale, String file) throws IOException {
        Path path = Files.writeString(folder.resolve("s.json"), file.formatted(EXPERIMENT));
        return new SweepReader(CATALOG).read(path, scale, 3);
    }
}
