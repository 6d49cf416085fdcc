package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Problem;
import org.physgrad.engine.SpoiledSimulator;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.executor.dl4j.Dl4jExecutor;
import org.physgrad.math.Values;
import org.physgrad.networks.Mlp;
import org.physgrad.optimizers.AdamOptimizer;
import org.physgrad.problem.sine.SineProblem;

/** Problems, networks and executors change while a run uses them, by the same road as solvers. */
@Timeout(60)
class ExchangeOfKindsTest {

    private final ChangingCatalog catalog = new ChangingCatalog();

    @Test
    void anUpdatedProblemLeavesTheNumbersAsTheyAre() {
        assertUnchanged(Kind.PROBLEM, "problem", new SineProblem(0.1, 10.1));
    }

    @Test
    void anUpdatedNetworkOfTheSameShapeKeepsTheWeights() {
        assertUnchanged(Kind.NETWORK, "network", new Mlp(10, 20, 10));
    }

    @Test
    void anUpdatedExecutorLeavesTheNumbersAsTheyAre() {
        assertUnchanged(Kind.EXECUTOR, "executor", new Dl4jExecutor());
    }

    @Test
    void anUpdatedOptimizerKeepsItsMoments() {
        assertUnchanged(Kind.OPTIMIZER, "optimizer", new AdamOptimizer(0.002, 0.9, 0.999, 1e-8));
    }

    @Test
    void aSimulatorThatReturnsAnotherShapePausesTheRunAndTheOldOneHealsIt() {
        assertContained(y -> y.reshape(1, y.length()));
    }

    @Test
    void aSimulatorThatReturnsUndefinedNumbersPausesTheRunAndTheOldOneHealsIt() {
        assertContained(y -> Values.array(
                DoubleStream.generate(() -> Double.NaN).limit(y.length()).toArray(), y.dataType(), y.shape()));
    }

    private void assertContained(UnaryOperator<INDArray> spoil) {
        Problem sound = new SineProblem(0.1, 10.1);
        Problem broken = SpoiledSimulator.in(sound, spoil);
        catalog.install(Kind.PROBLEM, "plug-in", "bundle 1.0.0", sound);
        Log undisturbed = new Log(iteration -> {});
        train(experiment("problem"), undisturbed);
        Log log = new Log(iteration -> {
            if (iteration == 5) {
                Changes.meanwhile(() -> {
                    catalog.remove("plug-in");
                    catalog.install(Kind.PROBLEM, "plug-in", "bundle 1.1.0", broken);
                });
            }
        });
        log.atPause = () -> {
            catalog.remove("plug-in");
            catalog.install(Kind.PROBLEM, "plug-in", "bundle 1.0.0", sound);
        };
        train(experiment("problem"), log);
        assertTrue(log.events.stream().anyMatch(event -> event.startsWith("paused")), log.events.toString());
        assertEquals(undisturbed.metrics, log.metrics, "the failed iteration left traces");
    }

    /** The weights of the run would mean nothing in it. */
    @Test
    void aNetworkOfAnotherShapePausesTheRunWithTheReason() {
        catalog.install(Kind.NETWORK, "plug-in", "networks 1.0.0", new Mlp(10, 20, 10));
        Log log = new Log(iteration -> {
            if (iteration == 5) {
                Changes.meanwhile(() -> {
                    catalog.remove("plug-in");
                    catalog.install(Kind.NETWORK, "plug-in", "networks 2.0.0", new Mlp(10, 20, 11));
                });
            }
        });
        log.atPause = () -> {
            catalog.remove("plug-in");
            catalog.install(Kind.NETWORK, "plug-in", "networks 1.0.1", new Mlp(10, 20, 10));
        };
        train(experiment("network"), log);
        assertTrue(log.events.get(0).matches("paused .*461 parameters.*483.*"), log.events.toString());
        assertEquals("proceeded", log.events.get(1));
        assertEquals(20, log.metrics.size());
    }

    private <T> void assertUnchanged(Kind<T> kind, String key, T part) {
        catalog.install(kind, "plug-in", "bundle 1.0.0", part);
        Log undisturbed = new Log(iteration -> {});
        train(experiment(key), undisturbed);
        Log updated = new Log(iteration -> {
            if (iteration == 11) {
                Changes.meanwhile(() -> {
                    catalog.remove("plug-in");
                    catalog.install(kind, "plug-in", "bundle 1.1.0", part);
                });
            }
        });
        train(experiment(key), updated);
        assertEquals(List.of("exchanged " + kind.name() + " plug-in bundle 1.0.0 -> bundle 1.1.0"), updated.events);
        assertEquals(undisturbed.metrics, updated.metrics);
    }

    /** The sine experiment with one part of it from a plug-in. */
    private Experiment experiment(String key) {
        JsonObject json = ExperimentWriter.toJson(Experiments.sine("{ \"scheme\": \"unsupervised\" }", 20));
        if (key.equals("executor")) {
            json.addProperty(key, "plug-in");
        } else {
            JsonObject part = new JsonObject();
            part.addProperty("type", "plug-in");
            json.add(key, part);
        }
        return new ExperimentReader(catalog).read(json);
    }

    private void train(Experiment experiment, Log log) {
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            run.train(log);
        }
    }
}
