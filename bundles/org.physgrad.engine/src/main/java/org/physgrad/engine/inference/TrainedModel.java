package org.physgrad.engine.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.run.ModelFile;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.engine.training.Parts;
import org.physgrad.engine.training.Prediction;
import org.physgrad.engine.training.TrainingState;
import org.physgrad.ml.MlPlatform;

/**
 * A trained network together with the problem that it answers: x0 = NN(y*).
 *
 * <p>Batch normalization uses the running statistics that training has collected, not those of the batch that is asked about. So the answer to an
 * observation depends on nothing but the observation: not on what else is in the file, how a long file is cut into slices, or whether there is
 * one observation or a thousand. Training itself, and therefore {@code metrics.csv}, uses the statistics of each mini-batch.
 *
 * <p>Used by one thread at a time.
 */
public final class TrainedModel implements AutoCloseable {

    private final Experiment experiment;
    private final Parts parts;
    private final ComputationGraph graph;
    private final int iteration;
    private Prediction prediction;

    private TrainedModel(Experiment experiment, Parts parts, TrainingState state) {
        this.experiment = experiment;
        this.parts = parts;
        this.graph = parts.newGraph(experiment.seed());
        this.iteration = state.iteration();
        state.restoreParameters(graph);
    }

    /**
     * Opens the network of a run at its newest checkpoint, also while the run goes on, or one that {@link #export} has written.
     *
     * @param catalog the installed parts
     * @param path the run folder, or the exported file
     * @param damaged told of each checkpoint that is not whole and was passed over
     * @return the model; close it afterwards
     * @throws IOException if the folder holds no run or no whole checkpoint; the message is for people
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if parts of the run are missing or no longer fit together
     */
    public static TrainedModel open(Catalog catalog, Path path, Consumer<Path> damaged) throws IOException {
        MlPlatform.start(0);
        if (!Files.exists(path)) {
            throw new IOException(path + " does not exist; name the folder of a run, such as runs/heat-quick");
        }
        if (Files.isRegularFile(path)) {
            ModelFile file = ModelFile.read(path);
            return open(catalog, path, new ExperimentReader(catalog).read(file.experiment()), file.state());
        }
        RunFolder folder = RunFolder.open(path);
        Experiment experiment = new ExperimentReader(catalog).read(folder.experiment(), Map.of());
        return open(catalog, path, experiment, folder.newestState(damaged));
    }

    private static TrainedModel open(Catalog catalog, Path path, Experiment experiment, TrainingState state)
            throws IOException {
        Parts parts = Parts.bind(catalog, experiment);
        try {
            return new TrainedModel(experiment, parts, state);
        } catch (IllegalArgumentException e) {
            parts.close();
            throw new IOException(path + " cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) { // a plug-in built against other classes throws errors
            parts.close();
            throw e;
        }
    }

    /**
     * Writes the network and its experiment to one file, which is all that {@link #open} needs. A DL4J model file with two more entries.
     *
     * @param file the file; replaced if it exists, whole or not at all
     * @throws IOException if it cannot be written
     */
    public void export(Path file) throws IOException {
        ModelFile.write(file, experiment, iteration, graph);
    }

    /** The experiment that the network was trained by. */
    public Experiment experiment() {
        return experiment;
    }

    /** The problem that the network answers. */
    public Problem problem() {
        return parts.problem();
    }

    /** The parts of the run that it was trained in, open as long as the model is. */
    public Parts parts() {
        return parts;
    }

    /** The number of training iterations that went into the network. */
    public int iteration() {
        return iteration;
    }

    /**
     * Answers observations.
     *
     * @param batch observations y*, {@code [batch, effectShape...]}, and their context, both in the simulator's precision; a true cause is not looked at
     * @return causes x0, {@code [batch, causeShape...]} in the simulator's precision, a fresh array
     * @throws IllegalArgumentException if a shape does not fit the problem; the message names both shapes
     */
    public INDArray predict(Batch batch) {
        if (prediction == null) {
            prediction = Prediction.open(
                    parts, experiment, graph, Runtime.getRuntime().availableProcessors());
        }
        return prediction.of(batch);
    }

    @Override
    public void close() {
        if (prediction != null) {
            prediction.close();
        }
        graph.close();
        parts.close();
    }
}
