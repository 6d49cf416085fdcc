package org.physgrad.engine.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.run.RunSession;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;

class TrainedModelTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(TrainedModelTest.class.getClassLoader());
    private static final int ITERATIONS = 80;
    private static final int CELLS = 16 * 16;

    @TempDir
    private static Path base;

    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        run = base.resolve("heat");
        Experiment experiment = new ExperimentReader(CATALOG)
                .read(JsonParser.parseString("""
                        { "problem": { "type": "heat", "resolution": 16 },
                          "network": { "type": "unet", "levels": 2, "filters": 4 },
                          "training": { "scheme": "physical-gradient", "solver": { "type": "heat-inverse" } },
                          "optimizer": { "type": "adam", "learningRate": 0.003 }, "executor": "dl4j", "threads": 1,
                          "batchSize": 8, "iterations": %d }
                        """.formatted(ITERATIONS)).getAsJsonObject());
        try (RunSession session = RunSession.begin(CATALOG, experiment, run)) {
            session.train();
        }
    }

    @Test
    void anAnswerDoesNotDependOnTheOtherObservationsOfItsBatch() throws IOException {
        try (TrainedModel model = open(run)) {
            Batch batch = unseen(model, 4);
            double[] together = Values.of(model.predict(batch));
            INDArray second = batch.target().get(NDArrayIndex.interval(1, 2));
            double[] alone = Values.of(model.predict(new Batch(second, Context.EMPTY, Optional.empty())));
            assertArrayEquals(Arrays.copyOfRange(together, CELLS, 2 * CELLS), alone, 1e-5);
        }
    }

    @Test
    void runningStatisticsAnswerAsWellAsThoseOfTheBatchesInTraining() throws IOException {
        double training = lastErrorsOfTraining();
        try (TrainedModel model = open(run)) {
            assertEquals(ITERATIONS, model.iteration());
            Batch batch = unseen(model, 64);
            double error = error(model, batch, model.predict(batch));
            assertTrue(error < 1.2 * training, "x_l1 is " + error + ", that of training " + training);
        }
    }

    @Test
    void aBatchOfAnotherShapeIsRefusedWithBothShapes() throws IOException {
        try (TrainedModel model = open(run)) {
            INDArray wrong = Values.array(
                    new double[2 * 8 * 8], model.problem().simulator().precision(), 2, 8, 8);
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> model.predict(new Batch(wrong, Context.EMPTY, Optional.empty())));
            assertTrue(e.getMessage().contains("[2, 8, 8], expected [batch, 16, 16]"), e.getMessage());
        }
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefusedWithBothSizes() throws IOException {
        Path other = base.resolve("other");
        Files.createDirectories(other.resolve("checkpoints"));
        String experiment = Files.readString(run.resolve("experiment.json"));
        Files.writeString(other.resolve("experiment.json"), experiment.replace("\"filters\": 4", "\"filters\": 3"));
        Files.copy(
                run.resolve("checkpoints/iteration-0000080.zip"), other.resolve("checkpoints/iteration-0000080.zip"));
        IOException e = assertThrows(IOException.class, () -> open(other));
        assertTrue(e.getMessage().matches(".*other.*holds \\d+ parameters.*has \\d+"), e.getMessage());
    }

    @Test
    void aPathWithoutARunIsRefused() {
        Path missing = base.resolve("missing");
        IOException e = assertThrows(IOException.class, () -> open(missing));
        assertTrue(e.getMessage().startsWith(missing + " does not exist"), e.getMessage());
    }

    private static TrainedModel open(Path path) throws IOException {
        return TrainedModel.open(CATALOG, path, damaged -> {
            throw new AssertionError(damaged + " is damaged");
        });
    }

    /** The mean of x_l1 over the last iterations, as training measured it with the statistics of its batches. */
    private static double lastErrorsOfTraining() throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
        int column = List.of(lines.get(0).split(",", -1)).indexOf("x_l1");
        return lines.subList(lines.size() - 20, lines.size()).stream()
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
                .average()
                .orElseThrow();
    }

    private static Batch unseen(TrainedModel model, int size) {
        return model.problem().sample(size, new PhiloxStreams(model.experiment().seed() + 1, 1));
    }

    private static double error(TrainedModel model, Batch batch, INDArray x) {
        INDArray y = model.problem().simulator().simulate(x, batch.context());
        int column = model.problem().metricNames().indexOf("x_l1");
        return model.problem().metrics(batch, x, y)[column];
    }
}
