package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.experiment.InvalidExperimentException;

/** What computes the network of a run. */
class ChosenExecutorTest {

    private static final PartType BROKEN =
            new PartType(Kind.EXECUTOR, "broken", "broken", "", List.of(), "a plug-in of somebody's");

    @Test
    void oneThatCannotBeMadeIsPassedOver() {
        Catalog catalog = executors(Stream.concat(Stream.of(BROKEN), Experiments.CATALOG.types(Kind.EXECUTOR).stream())
                .toList());
        try (TrainingRun run = TrainingRun.bind(catalog, experiment(catalog, Experiment.AUTO))) {
            assertEquals(
                    Ending.Kind.DONE,
                    run.train(new TrainingListener() {
                                @Override
                                public void started(Start start) {
                                    assertEquals("dl4j", start.executor());
                                    assertTrue(
                                            start.note().contains("broken cannot be used because it misses"),
                                            start.note());
                                }
                            })
                            .kind());
        }
        InvalidExperimentException e = assertThrows(
                InvalidExperimentException.class, () -> TrainingRun.bind(catalog, experiment(catalog, "broken")));
        assertTrue(e.getMessage().contains("it misses"), e.getMessage());
    }

    @Test
    void whereThereIsNoneNobodyIsToldToUseAuto() {
        Catalog catalog = executors(List.of());
        Experiment experiment = experiment(Experiments.CATALOG, Experiment.AUTO);
        InvalidExperimentException e =
                assertThrows(InvalidExperimentException.class, () -> TrainingRun.bind(catalog, experiment));
        assertTrue(e.getMessage().contains("there is none"), e.getMessage());
        assertFalse(e.getMessage().contains("auto"), e.getMessage());
    }

    private static Experiment experiment(Catalog catalog, String executor) {
        JsonObject json = ExperimentWriter.toJson(Experiments.sine("{ \"scheme\": \"unsupervised\" }", 2));
        json.addProperty("executor", executor);
        return new ExperimentReader(catalog).read(json);
    }

    /** The parts of the class path, with these executors alone. */
    private static Catalog executors(List<PartType> executors) {
        return new Catalog() {
            @Override
            public List<PartType> types(Kind<?> kind) {
                return kind.equals(Kind.EXECUTOR) ? executors : Experiments.CATALOG.types(kind);
            }

            @Override
            public <T> Part<T> create(Kind<T> kind, String name, Map<String, Object> values) {
                if (name.equals(BROKEN.name())) {
                    throw new PartException("it misses a library", null);
                }
                return Experiments.CATALOG.create(kind, name, values);
            }

            @Override
            public Watch watch(Watcher watcher) {
                return () -> {};
            }
        };
    }
}
