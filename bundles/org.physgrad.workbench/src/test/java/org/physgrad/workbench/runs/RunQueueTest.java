package org.physgrad.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.run.RunMetrics;
import org.physgrad.engine.run.RunSession;
import org.physgrad.workbench.spi.Registration;

/** Runs that train in the background, as the window sees them. */
class RunQueueTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(RunQueueTest.class.getClassLoader());
    private static final int ENDLESS = 1_000_000;

    @TempDir
    private Path workspace;

    private final RunQueue queue = new RunQueue(CATALOG, Runnable::run);

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void whatTheWindowSeesIsWhatTheFolderHolds() throws Exception {
        TrackedRun run = await(
                queue.start(sine("seen", 30), workspace), now -> !now.state().active());
        assertEquals(RunState.DONE, run.status().state());
        assertEquals(30, run.status().iteration());
        RunMetrics stored = RunMetrics.read(run.folder().resolve("metrics.csv"));
        assertEquals(stored.names(), run.metrics().names());
        assertArrayEquals(stored.column("residual"), run.metrics().column("residual"));
        assertEquals(
                RunState.DONE,
                new RunQueue(CATALOG, Runnable::run).open(run.folder()).status().state());
    }

    @Test
    void aStoredRunTellsWhatHappenedToIt() throws Exception {
        TrackedRun run = await(
                queue.start(sine("told", 5), workspace), now -> !now.state().active());
        List<RunEvent> events =
                new RunQueue(CATALOG, Runnable::run).open(run.folder()).events();
        assertTrue(events.get(0).text().startsWith("started: executor dl4j"), events::toString);
        assertEquals("done: iteration 5", events.get(events.size() - 1).text());
    }

    @Test
    void aRunThatManyOpenAtOnceIsOne() throws Exception {
        TrackedRun run = await(
                queue.start(sine("shared", 5), workspace), now -> !now.state().active());
        RunQueue other = new RunQueue(CATALOG, Runnable::run);
        List<Callable<TrackedRun>> views = Collections.nCopies(8, () -> other.open(run.folder()));
        ExecutorService threads = Executors.newFixedThreadPool(views.size());
        Set<TrackedRun> opened = new HashSet<>();
        for (Future<TrackedRun> view : threads.invokeAll(views)) {
            opened.add(view.get());
        }
        threads.shutdown();
        assertEquals(1, opened.size());
        assertEquals(1, other.runs().size());
    }

    @Test
    void runsTrainOneAfterAnother() throws Exception {
        TrackedRun first = await(queue.start(sine("same", ENDLESS), workspace), now -> now.iteration() > 0);
        TrackedRun second = queue.start(sine("same", 5), workspace);
        assertEquals(RunState.QUEUED, second.status().state());
        assertFalse(first.folder().equals(second.folder()), "two runs in one folder");
        first.cancel();
        await(second, now -> now.state() == RunState.DONE);
        assertEquals(RunState.CANCELLED, first.status().state());
    }

    @Test
    void aCancelledRunIsResumedWhereItEnded() throws Exception {
        TrackedRun run = await(queue.start(sine("parted", ENDLESS), workspace), now -> now.iteration() > 20);
        run.cancel();
        int end = await(run, now -> now.state() == RunState.CANCELLED).status().iteration();
        double before = run.metrics().column("residual")[end - 1];
        queue.resume(run.folder(), Map.of("iterations", Integer.toString(end + 10)));
        await(run, now -> now.state() == RunState.DONE);
        RunMetrics metrics = run.metrics();
        assertEquals(end + 10, metrics.rows());
        assertEquals(before, metrics.column("residual")[end - 1]);
        assertEquals(end + 1, metrics.column("iteration")[end]);
    }

    @Test
    void aPausedRunWaitsAndTakesAnotherLearningRate() throws Exception {
        TrackedRun run = await(queue.start(sine("paused", ENDLESS), workspace), now -> now.iteration() > 0);
        run.pause();
        await(run, now -> now.state() == RunState.PAUSED);
        int iteration = run.status().iteration();
        queue.change(run, Map.of("optimizer.learningRate", "0.0005"));
        queue.change(run, Map.of("checkpointEvery", "70")); // before the run could look at the first
        run.proceed();
        await(run, now -> now.iteration() > iteration);
        assertEquals(0.0005, run.experiment().optimizer().values().get("learningRate"));
        assertEquals(70, run.experiment().checkpointEvery());
        run.cancel();
        await(run, now -> now.state() == RunState.CANCELLED);
        String events = Files.readString(run.folder().resolve("events.jsonl"));
        assertTrue(events.contains("\"optimizer.learningRate\":\"5.0E-4\""), events);
        assertTrue(
                run.events().stream().anyMatch(event -> event.text().contains("optimizer.learningRate")),
                run.events()::toString);
    }

    @Test
    void aWrongSettingChangesNothing() throws Exception {
        TrackedRun run = await(queue.start(sine("steady", ENDLESS), workspace), now -> now.iteration() > 0);
        Experiment before = run.experiment();
        assertThrows(InvalidExperimentException.class, () -> queue.change(run, Map.of("optimizer.learningrate", "1")));
        assertEquals(before, run.experiment());
    }

    @Test
    void aRunThatCannotBeginSaysWhy() throws Exception {
        Experiment experiment = read("""
                { "name": "misfit", "problem": { "type": "sine" }, "network": { "type": "unet" },
                  "training": { "scheme": "unsupervised" }, "optimizer": { "type": "adam" }, "iterations": 5 }""");
        TrackedRun run =
                await(queue.start(experiment, workspace), now -> !now.state().active());
        assertEquals(RunState.FAILED, run.status().state());
        assertTrue(
                run.status().note().contains("unet does not fit sine"),
                run.status().note());
    }

    @Test
    void aRunThatIsTrainedElsewhereIsLeftAloneUntilItIsFree() throws Exception {
        Path folder = workspace.resolve("elsewhere");
        try (RunSession session = RunSession.begin(CATALOG, sine("elsewhere", 5), folder)) {
            session.run().cancel();
            session.train();
            Files.writeString(folder.resolve("events.jsonl"), "{\"event\":\"started\"}\n"); // as before its end
            TrackedRun run = queue.open(folder);
            assertEquals(RunState.ELSEWHERE, run.status().state());
            assertEquals(0, run.metrics().rows());
            Files.writeString(folder.resolve("metrics.csv"), "1,0.1,0.1,0,0.5,0.5\n", StandardOpenOption.APPEND);
            assertSame(run, queue.open(folder), "views hold on to the run that they show");
            assertEquals(1, run.metrics().rows());
            IOException e = assertThrows(IOException.class, () -> queue.resume(folder, Map.of()));
            assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
        }
        assertEquals(RunState.CANCELLED, queue.open(folder).status().state());
        assertEquals(1, queue.runs().size());
        await(queue.resume(folder, Map.of()), now -> now.state() == RunState.DONE);
    }

    @Test
    void aWaitingRunLeavesTheQueueWithoutATrace() throws Exception {
        TrackedRun first = await(queue.start(sine("first", ENDLESS), workspace), now -> now.iteration() > 0);
        TrackedRun waiting = queue.start(sine("waiting", 5), workspace);
        waiting.cancel();
        assertEquals(RunState.CANCELLED, waiting.status().state());
        first.cancel();
        await(queue.start(sine("last", 5), workspace), now -> now.state() == RunState.DONE);
        assertEquals(0, waiting.metrics().rows());
        assertFalse(Files.exists(waiting.folder()), "its empty folder is still there");
    }

    private TrackedRun await(TrackedRun run, Predicate<RunStatus> condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        RunQueue.Listener listener = runs -> {
            if (condition.test(run.status()) || run.status().state() == RunState.FAILED) {
                met.countDown();
            }
        };
        Registration following = queue.follow(listener);
        listener.changed(Set.of(run));
        assertTrue(met.await(1, TimeUnit.MINUTES), () -> run.status() + " " + run.events());
        following.close();
        assertTrue(condition.test(run.status()), () -> run.status() + " " + run.events());
        return run;
    }

    private static Experiment sine(String name, int iterations) {
        return read("""
                { "name": "%s", "problem": { "type": "sine" }, "network": { "type": "mlp" },
                  "training": { "scheme": "physical-gradient", "solver": { "type": "sine-inverse" } },
                  "optimizer": { "type": "adam", "learningRate": 0.002 },
                  "batchSize": 20, "iterations": %d, "seed": 5, "executor": "dl4j", "threads": 1, "checkpointEvery": 1000 }
                """.formatted(name, iterations));
    }

    private static Experiment read(String json) {
        return new ExperimentReader(CATALOG).read(JsonParser.parseString(json).getAsJsonObject());
    }
}
