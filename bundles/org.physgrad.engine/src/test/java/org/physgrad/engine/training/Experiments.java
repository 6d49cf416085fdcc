package org.physgrad.engine.training;

import com.google.gson.JsonParser;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;

/** Small experiments for tests. */
final class Experiments {

    static final Catalog CATALOG = ClassPathCatalog.of(Experiments.class.getClassLoader());

    private Experiments() {}

    static Experiment read(String json) {
        return read(CATALOG, json);
    }

    private static Experiment read(Catalog catalog, String json) {
        return new ExperimentReader(catalog).read(JsonParser.parseString(json).getAsJsonObject());
    }

    static Experiment sine(String training, int iterations) {
        return sine(CATALOG, training, iterations);
    }

    static Experiment sine(Catalog catalog, String training, int iterations) {
        return read(catalog, """
                { "problem": { "type": "sine" }, "network": { "type": "mlp" },
                  "training": %s, "optimizer": { "type": "adam", "learningRate": 0.002 },
                  "batchSize": 50, "iterations": %d, "seed": 5, "executor": "dl4j", "threads": 1, "checkpointEvery": 10 }
                """.formatted(training, iterations));
    }

    static Experiment field(String problem, String training) {
        return read("""
                { "problem": %s, "network": { "type": "unet", "levels": 2, "filters": 4 },
                  "training": %s, "optimizer": { "type": "sgd", "learningRate": 0.001 },
                  "batchSize": 3, "iterations": 1, "seed": 1, "executor": "dl4j", "threads": 1 }
                """.formatted(problem, training));
    }
}
