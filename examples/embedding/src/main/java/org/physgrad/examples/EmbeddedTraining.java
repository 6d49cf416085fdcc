package org.physgrad.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.engine.training.TrainingRun;

/** Trains an experiment file from a plain Java program: the bundles are ordinary jars on its class path. */
public final class EmbeddedTraining {

    private EmbeddedTraining() {}

    /**
     * Runs an experiment and prints its metrics.
     *
     * @param arguments the experiment file and the number of iterations
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        train(Path.of(arguments[0]), Map.of("iterations", arguments[1]), new TrainingListener() {
            @Override
            public void iterated(IterationRecord iteration) {
                System.out.println(iteration.iteration() + " " + iteration.metrics());
            }
        });
    }

    /**
     * Trains an experiment.
     *
     * @param file the experiment
     * @param settings values that replace those of the file, by path
     * @param listener follows the run
     * @throws IOException if the file cannot be read
     */
    public static void train(Path file, Map<String, String> settings, TrainingListener listener) throws IOException {
        Catalog catalog = ClassPathCatalog.of(EmbeddedTraining.class.getClassLoader());
        Experiment experiment = new ExperimentReader(catalog).read(file, settings);
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            run.train(listener);
        }
    }
}
