package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Solution;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.ExperimentWriter;

/** Parts change while a run uses them. */
@Timeout(60)
class ExchangeTest {

    private static final String PLUG_IN =
            "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"plug-in\" } }";
    private static final String OWN =
            "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"sine-inverse\" } }";

    private final Part<InverseSolver> exact = Experiments.CATALOG.create(Kind.SOLVER, "sine-inverse", Map.of());
    private final ChangingCatalog catalog = new ChangingCatalog();

    @AfterEach
    void close() {
        exact.close();
    }

    @Test
    void anUpdatedPartLeavesTheNumbersOfTheRunAsTheyAre() {
        catalog.install("plug-in", "solvers 1.0.0", exact.get());
        Log undisturbed = train(read(PLUG_IN, 30), iteration -> {});
        Log updated = train(read(PLUG_IN, 30), iteration -> {
            if (iteration == 11) {
                Changes.meanwhile(() -> {
                    catalog.remove("plug-in");
                    catalog.install("plug-in", "solvers 1.1.0", exact.get());
                });
            }
        });
        assertEquals(List.of("exchanged solver plug-in solvers 1.0.0 -> solvers 1.1.0"), updated.events);
        assertEquals(undisturbed.metrics, updated.metrics);
        assertEquals(Ending.Kind.DONE, updated.ending.kind());
    }

    @Test
    void aRemovedPartPausesTheRunUntilItComesBack() {
        catalog.install("plug-in", "solvers 1.0.0", exact.get());
        Log log = new Log(iteration -> {
            if (iteration == 5) {
                Changes.meanwhile(() -> catalog.remove("plug-in"));
            }
        });
        log.atPause = () -> catalog.install("plug-in", "solvers 1.0.0", exact.get());
        train(read(PLUG_IN, 10), log);
        assertEquals(3, log.events.size(), log.events.toString());
        assertTrue(log.events.get(0).contains("no solver of type 'plug-in' is installed"), log.events.get(0));
        assertEquals("proceeded", log.events.get(1));
        assertEquals(10, log.metrics.size());
    }

    @Test
    void aNewVersionThatThrowsPausesTheRunAndTheOldOneHealsIt() {
        catalog.install("plug-in", "solvers 1.0.0", exact.get());
        InverseSolver broken = (task, x0, y0) -> {
            throw new IllegalStateException("a bug of version 1.1");
        };
        Log log = new Log(iteration -> {
            if (iteration == 5) {
                Changes.meanwhile(() -> {
                    catalog.remove("plug-in");
                    catalog.install("plug-in", "solvers 1.1.0", broken);
                });
            }
        });
        log.atPause = () -> {
            catalog.remove("plug-in");
            catalog.install("plug-in", "solvers 1.0.0", exact.get());
        };
        train(read(PLUG_IN, 10), log);
        assertTrue(log.events.get(1).contains("a bug of version 1.1"), log.events.toString());
        assertEquals(10, log.metrics.size());
        assertEquals(
                train(read(PLUG_IN, 10), iteration -> {}).metrics, log.metrics, "the failed iteration left traces");
    }

    /** Otherwise a run that nobody watches would wait for ever where it should end. */
    @Test
    void aPartThatWorkedAfterItsExchangeAndFailsLaterEndsTheRun() {
        catalog.install("plug-in", "solvers 1.0.0", exact.get());
        AtomicInteger calls = new AtomicInteger();
        InverseSolver tired = (task, x0, y0) -> {
            if (calls.incrementAndGet() > 3) {
                throw new IllegalStateException("a bug that shows late");
            }
            return exact.get().solve(task, x0, y0);
        };
        Log log = new Log(iteration -> {
            if (iteration == 2) {
                Changes.meanwhile(() -> {
                    catalog.remove("plug-in");
                    catalog.install("plug-in", "solvers 1.1.0", tired);
                });
            }
        });
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> train(read(PLUG_IN, 10), log));
        assertTrue(e.toString().contains("a bug that shows late"), e.toString());
        assertEquals(1, log.events.size(), log.events::toString);
        assertEquals(5, log.metrics.size());
    }

    @Test
    void aNewVersionThatYieldsUndefinedNumbersPausesTheRun() {
        catalog.install("plug-in", "solvers 1.0.0", exact.get());
        InverseSolver undefined = (task, x0, y0) -> new Solution(undefined(x0), List.of());
        Log log = new Log(iteration -> {
            if (iteration == 2) {
                Changes.meanwhile(() -> {
                    catalog.remove("plug-in");
                    catalog.install("plug-in", "solvers 1.1.0", undefined);
                });
            }
        });
        log.atPause = () -> {
            catalog.remove("plug-in");
            catalog.install("plug-in", "solvers 1.2.0", exact.get());
        };
        train(read(PLUG_IN, 5), log);
        assertTrue(log.events.get(1).startsWith("paused"), log.events.toString());
        assertEquals(5, log.metrics.size());
    }

    @Test
    void aRunThatWaitsForAPartCanBeCancelledAndItsCheckpointIsKept() {
        catalog.install("plug-in", "solvers 1.0.0", exact.get());
        Experiment experiment = read(PLUG_IN, 100);
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            Log log = new Log(iteration -> {
                if (iteration == 7) {
                    Changes.meanwhile(() -> catalog.remove("plug-in"));
                }
            });
            log.atPause = run::cancel;
            assertEquals(new Ending(Ending.Kind.CANCELLED, 7, "cancelled"), run.train(log));
            assertEquals(List.of(0, 7), log.checkpoints);
        }
    }

    @Test
    void otherSettingsTakeEffectAtTheNextIteration() {
        Experiment experiment = read(OWN, 20);
        JsonObject faster = ExperimentWriter.toJson(experiment);
        faster.getAsJsonObject("optimizer").addProperty("learningRate", 0.02);
        Experiment changed = new ExperimentReader(catalog).read(faster);
        Log before = train(experiment, iteration -> {});
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            Log log = new Log(iteration -> {
                if (iteration == 10) {
                    run.change(now -> changed);
                }
            });
            run.train(log);
            assertEquals(List.of("changed optimizer.learningRate"), log.events);
            assertEquals(before.metrics.subList(0, 11), log.metrics.subList(0, 11));
            assertTrue(!before.metrics.get(11).equals(log.metrics.get(11)), "the new learning rate had no effect");
        }
    }

    @Test
    void changesThatFollowEachOtherCloselyAllTakeEffect() {
        ExperimentReader reader = new ExperimentReader(catalog);
        try (TrainingRun run = TrainingRun.bind(catalog, read(OWN, 20))) {
            Log log = new Log(iteration -> {
                if (iteration == 10) {
                    run.change(
                            now -> reader.read(ExperimentWriter.toJson(now), Map.of("optimizer.learningRate", "0.01")));
                    run.change(now -> reader.read(ExperimentWriter.toJson(now), Map.of("training.clip", "3")));
                }
            });
            run.train(log);
            assertEquals(List.of("changed training.clip", "changed optimizer.learningRate"), log.events);
        }
    }

    /** The state of one rule would be nonsense to another, or lie outside its memory: adam keeps two numbers per weight, momentum and rmsprop one, sgd none. */
    @ParameterizedTest
    @CsvSource({"adam, momentum", "adam, sgd", "sgd, adam", "momentum, rmsprop", "adam, nadam"})
    void anotherOptimizerStartsFromAnEmptyState(String from, String to) {
        Experiment experiment = optimizer(from, read(OWN, 20));
        Experiment changed = optimizer(to, experiment);
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            Log log = new Log(iteration -> {
                if (iteration == 10) {
                    run.change(now -> changed);
                }
            });
            Ending ending = run.train(log);
            assertEquals(Ending.Kind.DONE, ending.kind(), ending.reason());
            String reset = log.events.get(log.events.size() - 1);
            assertTrue(reset.startsWith("reset the state so far is that of "), log.events::toString);
            assertEquals(
                    10, run.network().getIterationCount(), "updates of the new rule, which its bias correction counts");
        }
    }

    private Experiment optimizer(String type, Experiment experiment) {
        JsonObject json = ExperimentWriter.toJson(experiment);
        json.add("optimizer", JsonParser.parseString("{ \"type\": \"" + type + "\" }"));
        return new ExperimentReader(catalog).read(json);
    }

    @Test
    void aPausedRunGoesOnWithTheSameNumbers() {
        Experiment experiment = read(OWN, 20);
        Log undisturbed = train(experiment, iteration -> {});
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            Log log = new Log(iteration -> {
                if (iteration == 10) {
                    run.pause();
                }
            });
            log.atPause = run::proceed;
            run.train(log);
            assertEquals(List.of("paused as asked", "proceeded"), log.events);
            assertEquals(undisturbed.metrics, log.metrics);
        }
    }

    /** ND4J would take an undefined factor for a small number. */
    private static INDArray undefined(INDArray like) {
        double[] values = new double[(int) like.length()];
        Arrays.fill(values, Double.NaN);
        return Nd4j.createFromArray(values).reshape(like.shape());
    }

    private Experiment read(String training, int iterations) {
        return Experiments.sine(catalog, training, iterations);
    }

    private Log train(Experiment experiment, IntConsumer after) {
        return train(experiment, new Log(after));
    }

    private Log train(Experiment experiment, Log log) {
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            log.ending = run.train(log);
        }
        return log;
    }
}
