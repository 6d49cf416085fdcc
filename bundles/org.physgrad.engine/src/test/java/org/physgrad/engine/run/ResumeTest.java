package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.JsonFile;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.engine.training.TrainingRun;
import org.physgrad.engine.training.TrainingState;

/** A run that was interrupted ends with the same numbers as one that was not. */
class ResumeTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(ResumeTest.class.getClassLoader());

    @TempDir
    private Path base;

    @Test
    void anInterruptedRunEndsAsAnUndisturbedOne() throws IOException {
        Path whole = base.resolve("whole");
        Path parted = base.resolve("parted");
        run(whole, Integer.MAX_VALUE);
        run(parted, 13);
        resume(parted);
        assertEquals(withoutTimes(whole), withoutTimes(parted));
        assertArrayEquals(weights(whole), weights(parted), "weights after the last iteration");
    }

    @Test
    void iterationsAfterTheCheckpointAreRunAgain() throws IOException {
        Path whole = base.resolve("whole");
        Path parted = base.resolve("parted");
        run(whole, Integer.MAX_VALUE);
        run(parted, 13);
        // As after a kill: the checkpoint of the end is missing, three lines of metrics are younger than the newest
        // one.
        Files.delete(parted.resolve("checkpoints/iteration-0000013.zip"));
        resume(parted);
        assertEquals(withoutTimes(whole), withoutTimes(parted));
    }

    @Test
    void aDamagedCheckpointIsPassedOver() throws IOException {
        Path path = base.resolve("run");
        run(path, 13);
        Path newest = path.resolve("checkpoints/iteration-0000013.zip");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        List<Path> damaged = new ArrayList<>();
        assertEquals(10, RunFolder.open(path).newestState(damaged::add).iteration());
        assertEquals(List.of(newest), damaged);
        Files.write(newest, java.util.Arrays.copyOf(bytes, bytes.length / 3));
        assertEquals(10, RunFolder.open(path).newestState(damaged::add).iteration());
    }

    @Test
    void anOptimizerThatWasChangedMeanwhileStartsFromAnEmptyState() throws IOException {
        Path path = base.resolve("run");
        run(path, 13);
        Path file = path.resolve("experiment.json");
        JsonObject experiment = JsonFile.read(file);
        JsonFile.set(experiment, "optimizer", JsonParser.parseString("{ \"type\": \"momentum\" }"));
        Files.writeString(file, experiment.toString());
        resume(path);
        List<String> events = RunEvents.read(path.resolve("events.jsonl")).stream()
                .map(event -> event.get("event").getAsString())
                .toList();
        assertTrue(events.contains("optimizer-reset"), events::toString);
        assertEquals(30, RunFolder.open(path).newestState(damaged -> {}).iteration());
        List<String> before = Files.readAllLines(path.resolve("events.jsonl"));
        resume(path); // now the state is the new rule's own
        List<String> after = Files.readAllLines(path.resolve("events.jsonl"));
        assertTrue(
                after.subList(before.size(), after.size()).stream().noneMatch(line -> line.contains("optimizer-reset")),
                after::toString);
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        IOException e = assertThrows(IOException.class, () -> RunFolder.open(base));
        assertTrue(e.getMessage().contains("experiment.json"), e.getMessage());
    }

    private static void run(Path path, int cancelAfter) throws IOException {
        Experiment experiment =
                new ExperimentReader(CATALOG).read(JsonParser.parseString("""
                                { "problem": { "type": "sine" }, "network": { "type": "mlp" },
                                  "training": { "scheme": "physical-gradient", "solver": { "type": "sine-inverse" } },
                                  "optimizer": { "type": "adam" }, "batchSize": 20, "iterations": 30,
                                  "threads": 1, "checkpointEvery": 5 }
                                """).getAsJsonObject());
        RunFolder folder = RunFolder.create(path, experiment);
        try (TrainingRun run = TrainingRun.bind(CATALOG, experiment);
                RunRecorder recorder = RunRecorder.begin(folder)) {
            run.train(new CancelAfter(cancelAfter, run, recorder));
        }
    }

    private static void resume(Path path) throws IOException {
        RunFolder folder = RunFolder.open(path);
        Experiment experiment = new ExperimentReader(CATALOG).read(folder.experiment(), java.util.Map.of());
        TrainingState state = folder.newestState(damaged -> {
            throw new AssertionError(damaged + " is damaged");
        });
        try (TrainingRun run = TrainingRun.bind(CATALOG, experiment);
                RunRecorder recorder = RunRecorder.resume(folder, experiment, state.iteration())) {
            run.continueFrom(state);
            run.train(recorder);
        }
    }

    private static List<String> withoutTimes(Path path) throws IOException {
        try (Stream<String> lines = Files.lines(path.resolve("metrics.csv"))) {
            return lines.map(line -> line.replaceFirst("^([^,]*),[^,]*,[^,]*,", "$1,"))
                    .toList();
        }
    }

    private static float[] weights(Path path) throws IOException {
        return RunFolder.open(path)
                .newestState(damaged -> {})
                .parameters()
                .data()
                .asFloat();
    }

    private record CancelAfter(int iteration, TrainingRun run, TrainingListener next) implements TrainingListener {
        @Override
        public void started(Start start) {
            next.started(start);
        }

        @Override
        public void iterated(IterationRecord record) {
            next.iterated(record);
            if (record.iteration() == iteration) {
                run.cancel();
            }
        }

        @Override
        public void checkpoint(int at, org.deeplearning4j.nn.graph.ComputationGraph network) {
            next.checkpoint(at, network);
        }
    }
}
