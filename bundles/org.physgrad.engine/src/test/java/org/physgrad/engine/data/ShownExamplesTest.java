package org.physgrad.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.run.RunSession;
import org.physgrad.engine.samples.StoredExamples;

/** What people see of a run that trains with examples in files. */
class ShownExamplesTest {

    @TempDir
    private Path folder;

    @Test
    void afterTheRunExamplesThatWereKeptFromTrainingAreAnswered() throws IOException {
        HeatFiles.write(folder);
        Experiment experiment = HeatFiles.experiment(
                folder, "{ \"effect\": \"y.npy\" }", "{ \"scheme\": \"unsupervised\" }", Map.of("iterations", "1"));
        Path run = folder.resolve("run");
        try (RunSession session = RunSession.begin(HeatFiles.CATALOG, experiment, run)) {
            session.train();
        }
        Snapshot snapshot = new StoredExamples(HeatFiles.CATALOG).read(run, 1, damaged -> {});
        int shown = Split.of(HeatFiles.EXAMPLES, 0.1, experiment.seed()).unseen()[1];
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
}
