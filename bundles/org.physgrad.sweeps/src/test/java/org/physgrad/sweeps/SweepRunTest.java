package org.physgrad.sweeps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.run.RunMetrics;

/** Jobs of a small sweep, run in this process. */
class SweepRunTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(SweepRunTest.class.getClassLoader());
    private static final String FILE = """
            { "experiment": { "problem": { "type": "sine" }, "network": { "type": "mlp" }, "training": { "scheme": "unsupervised", "clip": 1 },
                              "optimizer": { "type": "adam" }, "batchSize": 20, "iterations": %d, "executor": "dl4j", "checkpointEvery": 5 },
              "vary": { "seed": [1, 2, 3] }, "at": [4], "window": 3 }
            """;

    @TempDir
    private Path base;

    @Test
    void theSummaryHoldsMedianAndBandOverSeeds() throws IOException {
        Sweep sweep = sweep(12);
        SweepFolder folder = SweepFolder.prepare(base.resolve("out"), sweep, CATALOG);
        JobRunner runner = new JobRunner(CATALOG, folder);
        List<Double> means = new ArrayList<>();
        for (Job job : sweep.jobs()) {
            assertEquals(JobEnd.Kind.DONE, runner.run(job, iteration -> {}).kind());
            double[] residual = residual(folder, job);
            means.add((residual[1] + residual[2] + residual[3]) / 3);
        }
        Summary summary = Summary.of(sweep, folder);
        Band band = summary.band("all", "residual", 4, 3);
        means.sort(null);
        assertArrayEquals(
                means.stream().mapToDouble(d -> d).toArray(),
                new double[] {band.min(), band.median(), band.max()},
                1e-15);
        summary.write(folder);
        List<String> lines = Files.readAllLines(folder.path().resolve("summary.csv"));
        String row = "all,4,residual,3," + band.median() + "," + band.min() + ",";
        assertEquals(1, lines.stream().filter(line -> line.startsWith(row)).count(), row + " in " + lines);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("all,12,residual,3,")), "the last iteration");
        assertEquals(
                13, Files.readAllLines(folder.path().resolve("curves/all.csv")).size());
    }

    @Test
    void aCancelledJobGoesOnAndAFinishedOneIsLeftAlone() throws IOException {
        Sweep sweep = sweep(12);
        SweepFolder folder = SweepFolder.prepare(base.resolve("out"), sweep, CATALOG);
        SweepFolder undisturbed = SweepFolder.prepare(base.resolve("undisturbed"), sweep, CATALOG);
        Job job = sweep.jobs().get(0);
        JobRunner first = new JobRunner(CATALOG, folder);
        JobEnd end = first.run(job, iteration -> {
            if (iteration == 7) {
                first.cancel();
            }
        });
        assertEquals(JobEnd.Kind.CANCELLED, end.kind());
        assertEquals(JobState.PARTIAL, folder.state(job));
        assertEquals(
                JobEnd.Kind.DONE,
                new JobRunner(CATALOG, folder).run(job, iteration -> {}).kind());
        new JobRunner(CATALOG, undisturbed).run(job, iteration -> {});
        assertArrayEquals(residual(undisturbed, job), residual(folder, job));
        List<Integer> repeated = new ArrayList<>();
        assertEquals(
                JobEnd.Kind.DONE,
                new JobRunner(CATALOG, folder).run(job, repeated::add).kind());
        assertEquals(List.of(), repeated);
    }

    @Test
    void whatAKillLeftBeforeTheFirstCheckpointIsBegunAnew() throws IOException {
        Sweep sweep = sweep(3);
        SweepFolder folder = SweepFolder.prepare(base.resolve("out"), sweep, CATALOG);
        Job job = sweep.jobs().get(0);
        Files.createDirectories(folder.run(job).resolve("checkpoints"));
        Files.writeString(folder.run(job).resolve("events.jsonl"), "{\"time\":\"2020-01-01T00:00:00Z\",\"ev");
        assertEquals(JobState.WAITING, folder.state(job));
        assertEquals(
                JobEnd.Kind.DONE,
                new JobRunner(CATALOG, folder).run(job, iteration -> {}).kind());
        assertEquals(3, residual(folder, job).length);
    }

    @Test
    void aFolderOfOtherSettingsIsRefused() throws IOException {
        SweepFolder folder = SweepFolder.prepare(base.resolve("out"), sweep(3), CATALOG);
        Job job = sweep(3).jobs().get(1);
        new JobRunner(CATALOG, folder).run(job, iteration -> {});
        IOException e = assertThrows(IOException.class, () -> SweepFolder.prepare(folder.path(), sweep(4), CATALOG));
        assertTrue(
                e.getMessage().endsWith("seed-2 was made with other settings: iterations is 3 there and 4 now"),
                e.getMessage());
    }

    @Test
    void theFolderKeepsTheSweepAsItWasRead() throws IOException {
        Sweep sweep = sweep(3);
        SweepFolder.prepare(base.resolve("out"), sweep, CATALOG);
        assertEquals(sweep, SweepFolder.open(base.resolve("out")).sweep(CATALOG));
    }

    private Sweep sweep(int iterations) throws IOException {
        Path file = Files.writeString(base.resolve("sweep.json"), FILE.formatted(iterations));
        return new SweepReader(CATALOG).read(file, Optional.empty(), 1);
    }

    private static double[] residual(SweepFolder folder, Job job) throws IOException {
        return RunMetrics.read(folder.run(job).resolve("metrics.csv")).column("residual");
    }
}
