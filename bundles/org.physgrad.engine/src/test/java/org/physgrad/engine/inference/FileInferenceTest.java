package org.physgrad.engine.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.data.HeatFiles;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.run.RunSession;
import org.physgrad.engine.samples.AnsweredExample;
import org.physgrad.files.NumpyFiles;
import org.physgrad.files.UnusableArrayException;
import org.physgrad.math.Values;

/** A network that has hardly learned answers the 30 observations of a file, in slices of 8. */
class FileInferenceTest {

    private static final int SLICE = 8;

    @TempDir
    private static Path folder;

    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        HeatFiles.write(folder);
        Experiment experiment = HeatFiles.experiment(
                folder, "{ \"effect\": \"y.npy\" }", "{ \"scheme\": \"unsupervised\" }", Map.of("iterations", "2"));
        run = folder.resolve("run");
        try (RunSession session = RunSession.begin(HeatFiles.CATALOG, experiment, run)) {
            session.train();
        }
    }

    @Test
    void refinementBringsAnswersNearerToTheObservations() throws IOException {
        List<Long> begun = new ArrayList<>();
        InferenceFiles files = files("x.npy", Optional.of(folder.resolve("r.csv")));
        InferenceSummary summary = infer(
                        files,
                        Optional.of(new Refinement("heat-inverse", Map.of(), 1)),
                        (first, size, batch, answer) -> begun.add(first) && size == HeatFiles.EXAMPLES)
                .orElseThrow();
        assertEquals(List.of(0L, 8L, 16L, 24L), begun);
        assertEquals(HeatFiles.EXAMPLES, summary.examples());
        assertEquals(0, summary.diverged());
        assertTrue(summary.after().loss() < 0.5 * summary.before().loss(), summary.after() + " " + summary.before());
        assertArrayEquals(
                new long[] {HeatFiles.EXAMPLES, 16, 16},
                NumpyFiles.read(folder.resolve("x.npy")).shape());
        double residuals = Files.readAllLines(folder.resolve("r.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[4]))
                .average()
                .orElseThrow();
        assertEquals(residuals, summary.after().residual(), 1e-9 * residuals);
    }

    @Test
    void whoStopsLeavesNoFile() throws IOException {
        InferenceFiles files = files("stopped.npy", Optional.of(folder.resolve("stopped.csv")));
        assertFalse(infer(files, Optional.empty(), (first, size, batch, answer) -> first < SLICE)
                .isPresent());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.toString().contains("stopped")).toList());
        }
    }

    @Test
    void whatCannotBeAnsweredIsRefusedWithoutAFile() {
        Refinement newton = new Refinement("sine-inverse", Map.of(), 1);
        InvalidExperimentException solver = assertThrows(
                InvalidExperimentException.class,
                () -> infer(files("no.npy", Optional.empty()), Optional.of(newton), (f, s, b, a) -> true));
        assertTrue(solver.getMessage().contains("cannot serve heat"), solver.getMessage());
        InferenceFiles missing = new InferenceFiles(
                folder.resolve("none.npy").toString(),
                Map.of(),
                folder.resolve("no.npy").toString(),
                Optional.empty(),
                Optional.empty());
        assertThrows(UnusableArrayException.class, () -> infer(missing, Optional.empty(), (f, s, b, a) -> true));
        assertFalse(Files.exists(folder.resolve("no.npy")));
    }

    /** What people see of an example is what is in the files. */
    @Test
    void anExampleIsCopied() throws IOException {
        List<Snapshot> shown = new ArrayList<>();
        infer(files("shown.npy", Optional.empty()), Optional.empty(), (first, size, batch, answer) -> {
            shown.add(AnsweredExample.read(batch, answer, false, 3, (int) first + 3, 2));
            return true;
        });
        Snapshot second = shown.get(1);
        assertEquals(SLICE + 3, second.example());
        Field x = (Field) second.find(Quantity.INFERRED_CAUSE).orElseThrow();
        double[] stored = Values.of(NumpyFiles.read(folder.resolve("shown.npy")).slice(SLICE + 3));
        for (int i = 0; i < stored.length; i++) {
            assertEquals(stored[i], x.heights(0)[i], 1e-5, "entry " + i);
        }
        assertEquals(
                List.of("y*", "x0", "P(x0)", "P(x0) - y*"),
                second.quantities().stream().map(Quantity::name).toList());
    }

    private static InferenceFiles files(String causes, Optional<Path> residuals) {
        return new InferenceFiles(
                folder.resolve("y.npy").toString(),
                Map.of(),
                folder.resolve(causes).toString(),
                Optional.empty(),
                residuals);
    }

    private static Optional<InferenceSummary> infer(
            InferenceFiles files, Optional<Refinement> refinement, FileInference.Follower follower) throws IOException {
        try (TrainedModel model = TrainedModel.open(HeatFiles.CATALOG, run, damaged -> {})) {
            return new FileInference(HeatFiles.CATALOG, model).run(files, refinement, SLICE, follower);
        }
    }
}
