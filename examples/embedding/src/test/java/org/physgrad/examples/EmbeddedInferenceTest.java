package org.physgrad.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.engine.run.RunSession;

class EmbeddedInferenceTest {

    @TempDir
    private Path folder;

    /** The file alone is enough, and answers as the run does that it was made of. */
    @Test
    void anExportedNetworkAnswersAsItsRun() throws IOException {
        Catalog catalog = ClassPathCatalog.of(EmbeddedInferenceTest.class.getClassLoader());
        Map<String, String> small = Map.of("iterations", "3", "batchSize", "4", "problem.resolution", "16");
        Path run = folder.resolve("run");
        try (RunSession session = RunSession.begin(
                catalog, new ExperimentReader(catalog).read(Path.of("../heat-quick.json"), small), run)) {
            session.train();
        }
        Path file = folder.resolve("model.zip");
        try (TrainedModel model = TrainedModel.open(catalog, run, damaged -> {})) {
            model.export(file);
        }
        INDArray observations =
                Nd4j.linspace(0, 1, 2 * 16 * 16).reshape(2, 16, 16).castTo(DataType.DOUBLE);

        INDArray answer = EmbeddedInference.infer(file, observations);

        assertEquals(EmbeddedInference.infer(run, observations), answer);
        assertEquals(
                observations.meanNumber().doubleValue(), answer.meanNumber().doubleValue(), 1e-6);
        try (TrainedModel model = TrainedModel.open(catalog, file, damaged -> {})) {
            assertEquals(3, model.iteration());
        }
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("model.zip"), "no model");
        IOException e = assertThrows(IOException.class, () -> EmbeddedInference.infer(text, Nd4j.zeros(1, 16, 16)));
        assertTrue(e.getMessage().startsWith(text + " is no exported model"), e.getMessage());
    }
}
