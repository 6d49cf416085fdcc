package org.physgrad.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.run.RunSession;
import org.physgrad.engine.samples.StoredExamples;
import org.physgrad.files.NumpyFiles;

/** What people see of a run that trains with examples in files. */
class ShownExamplesTest {

    /** Of {@link HeatFiles#experiment}. */
    private static final long SEED = 3;

    @TempDir
    private Path folder;

    @Test
    void afterTheRunExamplesThatWereKeptFromTrainingAreAnswered() throws IOException {
        Path run = train();
        Snapshot snapshot = new StoredExamples(HeatFiles.CATALOG).read(run, 1, damaged -> {});
        int shown = Split.of(HeatFiles.EXAMPLES, 0.1, SEED).unseen()[1];
        try (Part<Problem> problem = HeatFiles.problem()) {
            float[] wanted = HeatFiles.draw(problem.get())
                    .target()
                    .slice(shown)
                    .dup('c')
                    .data()
                    .asFloat();
            Field observation = (Field) snapshot.find(Quantity.OBSERVATION).orElseThrow();
            assertArrayEquals(wanted, observation.heights(0), 0);
        }
        assertFalse(snapshot.find(Quantity.TRUE_CAUSE).isPresent(), "nobody knows the causes");
    }

    /** Of a large data set, one example is read to be shown, and not all others with it. */
    @Test
    void nothingElseIsRead() throws IOException {
        Path run = train();
        int[] unseen = Split.of(HeatFiles.EXAMPLES, 0.1, SEED).unseen();
        INDArray y = NumpyFiles.read(folder.resolve("y.npy"));
        for (int example = 0; example < HeatFiles.EXAMPLES; example++) {
            if (example != unseen[0]) {
                y.slice(example).assign(Double.NaN);
            }
        }
        NumpyFiles.write(folder.resolve("y.npy"), y, DataType.DOUBLE);
        StoredExamples examples = new StoredExamples(HeatFiles.CATALOG);
        assertTrue(
                examples.read(run, 0, damaged -> {}).find(Quantity.OBSERVATION).isPresent());
        InvalidExperimentException e =
                assertThrows(InvalidExperimentException.class, () -> examples.read(run, 1, damaged -> {}));
        assertTrue(e.getMessage().contains("y.npy holds nan at [" + unseen[1] + ", 0, 0]"), e.getMessage());
    }

    private Path train() throws IOException {
        HeatFiles.write(folder);
        Path run = folder.resolve("run");
        Experiment experiment = HeatFiles.experiment(
                folder, "{ \"effect\": \"y.npy\" }", "{ \"scheme\": \"unsupervised\" }", Map.of("iterations", "1"));
        try (RunSession session = RunSession.begin(HeatFiles.CATALOG, experiment, run)) {
            session.train();
        }
        return run;
    }
}
