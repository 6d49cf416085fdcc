package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.data.HeatFiles;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.engine.training.TrainingRun;

/** Runs that train with examples in files. Batches of 7 out of 27 examples: an epoch ends within the fourth iteration. */
class TrainingWithFilesTest {

    private static final String DATA =
            "{ \"effect\": \"y.npy\", \"cause\": \"x.npy\", \"validation\": 0.1, \"validateEvery\": 4 }";
    private static final String SUPERVISED = "{ \"scheme\": \"supervised\" }";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        HeatFiles.write(folder);
    }

    @Test
    void anInterruptedRunEndsAsAnUndisturbedOne() throws IOException {
        Path whole = run("whole", HeatFiles.experiment(folder, DATA), Integer.MAX_VALUE);
        Path parted = run("parted", HeatFiles.experiment(folder, DATA), 13);
        // As after a kill: the checkpoint of the end is missing, rows are younger than the newest one.
        Files.delete(parted.resolve("checkpoints/iteration-0000013.zip"));
        resume(parted, Map.of());
        assertEquals(withoutTimes(whole), withoutTimes(parted));
        assertEquals(
                Files.readString(whole.resolve("validation.csv")), Files.readString(parted.resolve("validation.csv")));
        assertEquals(List.of(4.0, 8.0, 12.0, 16.0, 20.0), validated(whole));
    }

    @Test
    void aRunThatIsMadeLongerIsValidatedAsOneThatWasAlwaysSoLong() throws IOException {
        Experiment experiment = HeatFiles.experiment(folder, DATA);
        Path whole = run("whole", experiment, Integer.MAX_VALUE);
        Path shorter = run("shorter", withIterations("10"), Integer.MAX_VALUE);
        assertEquals(List.of(4.0, 8.0, 10.0), validated(shorter));
        resume(shorter, Map.of());
        assertEquals(List.of(4.0, 8.0, 10.0), validated(shorter), "nothing was left to do");
        resume(shorter, Map.of("iterations", "20"));
        assertEquals(
                Files.readString(whole.resolve("validation.csv")), Files.readString(shorter.resolve("validation.csv")));
    }

    @Test
    void validationLeavesTheTrainingAsItIs() throws IOException {
        Path often = run("often", HeatFiles.experiment(folder, DATA), Integer.MAX_VALUE);
        String seldom = DATA.replace("\"validateEvery\": 4", "\"validateEvery\": 1000");
        Path once = run("once", HeatFiles.experiment(folder, seldom), Integer.MAX_VALUE);
        assertEquals(List.of(20.0), validated(once));
        assertEquals(withoutTimes(often), withoutTimes(once));
    }

    @Test
    void withoutCausesWhatNeedsThemIsNotMeasured() throws IOException {
        Path path = run(
                "path",
                HeatFiles.experiment(folder, "{ \"effect\": \"y.npy\", \"validateEvery\": 4 }"),
                Integer.MAX_VALUE);
        RunMetrics metrics = RunMetrics.read(path.resolve("metrics.csv"));
        assertEquals(
                List.of("iteration", "wall_s", "cpu_s", "solver_calls", "y_l1", "y_l2", "train_loss"), metrics.names());
        assertEquals(20, metrics.rows());
        assertTrue(Arrays.stream(metrics.column("y_l1")).allMatch(Double::isFinite));
        RunMetrics validation = RunMetrics.read(path.resolve("validation.csv"));
        assertEquals(List.of("iteration", "y_l1", "y_l2"), validation.names());
    }

    @Test
    void noExamplesAreKeptWhereNobodyWantsThem() throws IOException {
        String none = DATA.replace("0.1", "0");
        Path path = run("path", HeatFiles.experiment(folder, none), Integer.MAX_VALUE);
        assertFalse(Files.exists(path.resolve("validation.csv")));
    }

    @Test
    void supervisedTrainingNeedsCauses() throws IOException {
        Experiment without =
                HeatFiles.experiment(folder, "{ \"effect\": \"y.npy\" }", SUPERVISED, Map.of("iterations", "2"));
        InvalidExperimentException e = assertThrows(
                InvalidExperimentException.class,
                () -> TrainingRun.bind(HeatFiles.CATALOG, without).close());
        assertEquals("training.scheme", e.findings().get(0).path());
        assertTrue(e.getMessage().contains("data.cause"), e.getMessage());
        Experiment with = HeatFiles.experiment(folder, DATA, SUPERVISED, Map.of("iterations", "2"));
        assertEquals(
                2, RunMetrics.read(run("path", with, 9).resolve("metrics.csv")).rows());
    }

    @Test
    void aRunDoesNotGoOnWithOtherExamples() throws IOException {
        Path path = run("path", HeatFiles.experiment(folder, DATA), 13);
        byte[] bytes = Files.readAllBytes(folder.resolve("x.npy"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(folder.resolve("x.npy"), bytes);
        InvalidExperimentException e = assertThrows(InvalidExperimentException.class, () -> resume(path, Map.of()));
        assertTrue(e.getMessage().contains("x.npy has changed"), e.getMessage());
    }

    private Experiment withIterations(String iterations) {
        return HeatFiles.experiment(
                folder,
                DATA,
                "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"heat-inverse\" } }",
                Map.of("iterations", iterations));
    }

    private Path run(String name, Experiment experiment, int cancelAfter) throws IOException {
        Path path = folder.resolve(name);
        try (RunSession session = RunSession.begin(HeatFiles.CATALOG, experiment, path)) {
            session.train(new TrainingListener() {
                @Override
                public void iterated(IterationRecord iteration) {
                    if (iteration.iteration() == cancelAfter) {
                        session.run().cancel();
                    }
                }
            });
        }
        return path;
    }

    private static void resume(Path path, Map<String, String> settings) throws IOException {
        try (RunSession session = RunSession.resume(HeatFiles.CATALOG, path, settings, damaged -> {})) {
            session.train();
        }
    }

    private static List<Double> validated(Path path) throws IOException {
        double[] iterations = RunMetrics.read(path.resolve("validation.csv")).column("iteration");
        return Arrays.stream(iterations).boxed().toList();
    }

    private static List<String> withoutTimes(Path path) throws IOException {
        return Files.readAllLines(path.resolve("metrics.csv")).stream()
                .map(line -> line.replaceFirst("^([^,]*),[^,]*,[^,]*,", "$1,"))
                .toList();
    }
}
