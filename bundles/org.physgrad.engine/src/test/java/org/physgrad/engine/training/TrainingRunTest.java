package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.InvalidExperimentException;

class TrainingRunTest {

    private static final String PHYSICAL =
            "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"sine-inverse\" } }";

    @Test
    void sameSeedGivesSameNumbers() {
        Experiment experiment = Experiments.sine(PHYSICAL, 20);
        assertEquals(metrics(experiment), metrics(experiment));
    }

    @Test
    void trainingLowersTheResidual() {
        List<Map<String, Double>> metrics = metrics(Experiments.sine(PHYSICAL, 300));
        double before = mean(metrics.subList(0, 20));
        double after = mean(metrics.subList(280, 300));
        assertTrue(after < 0.8 * before, "residual " + before + " before, " + after + " after");
    }

    @Test
    void severalSolverCallsPerIterationAreCounted() {
        String threeSteps = PHYSICAL.replace("\"solver\"", "\"steps\": 3, \"solver\"");
        Recorder recorder = train(Experiments.sine(threeSteps, 2));
        assertEquals(3, recorder.iterations.get(1).solverCalls());
    }

    @Test
    void clippedSchemesOfThePaperStayFinite() {
        for (String solver : List.of("newton", "inverse-gradient")) {
            Recorder recorder = train(Experiments.sine(
                    "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"" + solver
                            + "\" }, \"clip\": 1.0 }",
                    50));
            assertEquals(Ending.Kind.DONE, recorder.ending.kind(), solver + ": " + recorder.ending.reason());
        }
    }

    @Test
    void supervisedStartsDiffer() {
        String fixed =
                "{ \"scheme\": \"supervised\", \"start\": \"fixed\", \"solver\": { \"type\": \"sine-inverse\" } }";
        String random = fixed.replace("\"fixed\"", "\"random\"");
        assertNotEquals(
                train(Experiments.sine(fixed, 1)).iterations.get(0).trainingLoss(),
                train(Experiments.sine(random, 1)).iterations.get(0).trainingLoss());
    }

    @Test
    void cancelEndsAfterTheIterationWithACheckpoint() {
        try (TrainingRun run = TrainingRun.bind(Experiments.CATALOG, Experiments.sine(PHYSICAL, 1000))) {
            Recorder recorder = new Recorder() {
                @Override
                public void iterated(IterationRecord iteration) {
                    super.iterated(iteration);
                    if (iteration.iteration() == 7) {
                        run.cancel();
                    }
                }
            };
            Ending ending = run.train(recorder);
            assertEquals(new Ending(Ending.Kind.CANCELLED, 7, "cancelled"), ending);
            assertEquals(List.of(0, 7), recorder.checkpoints);
        }
    }

    @Test
    void divergenceStopsTheRunBeforeTheWeightsAreSpoiled() {
        Experiment experiment = Experiments.read("""
                { "problem": { "type": "sine" }, "network": { "type": "mlp" },
                  "training": { "scheme": "unsupervised" }, "optimizer": { "type": "sgd", "learningRate": 1e35 },
                  "batchSize": 10, "iterations": 50, "executor": "dl4j", "threads": 1 }
                """);
        Recorder recorder = train(experiment);
        assertEquals(Ending.Kind.DIVERGED, recorder.ending.kind());
        assertTrue(recorder.ending.reason().contains("iteration"), recorder.ending.reason());
        assertEquals(List.of(0), recorder.checkpoints, "a checkpoint of spoiled weights was written");
    }

    @Test
    void partsThatDoNotFitAreRefusedWithTheReason() {
        InvalidExperimentException e = assertThrows(
                InvalidExperimentException.class, () -> TrainingRun.bind(Experiments.CATALOG, Experiments.read("""
                                { "problem": { "type": "heat" }, "network": { "type": "mlp" },
                                  "training": { "scheme": "physical-gradient", "solver": { "type": "newton" } },
                                  "optimizer": { "type": "adam" } }
                                """)));
        assertTrue(e.getMessage().contains("training.solver: newton cannot serve heat because"), e.getMessage());
        assertTrue(e.getMessage().contains("network.type: mlp does not fit heat because"), e.getMessage());
    }

    private static List<Map<String, Double>> metrics(Experiment experiment) {
        return train(experiment).iterations.stream()
                .map(IterationRecord::metrics)
                .toList();
    }

    private static double mean(List<Map<String, Double>> metrics) {
        return metrics.stream()
                .mapToDouble(values -> values.get("residual"))
                .average()
                .orElseThrow();
    }

    private static Recorder train(Experiment experiment) {
        Recorder recorder = new Recorder();
        try (TrainingRun run = TrainingRun.bind(Experiments.CATALOG, experiment)) {
            recorder.ending = run.train(recorder);
        }
        return recorder;
    }

    private static class Recorder implements TrainingListener {
        final List<IterationRecord> iterations = new ArrayList<>();
        final List<Integer> checkpoints = new ArrayList<>();
        Ending ending;

        @Override
        public void iterated(IterationRecord iteration) {
            iterations.add(iteration);
        }

        @Override
        public void checkpoint(int iteration, ComputationGraph network) {
            checkpoints.add(iteration);
        }
    }
}
