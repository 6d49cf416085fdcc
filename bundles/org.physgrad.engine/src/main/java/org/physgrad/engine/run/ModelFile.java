package org.physgrad.engine.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.training.TrainingState;
import org.physgrad.files.PartFile;

/**
 * A trained network and its experiment in one file: a DL4J model file, which other programs can read, with the entries {@code experiment.json} and
 * {@code iteration.txt} beside its own.
 *
 * @param experiment the experiment with every default, as JSON
 * @param state parameters of the network, without the updater's state
 */
public record ModelFile(JsonObject experiment, TrainingState state) {

    private static final String EXPERIMENT = "experiment.json";
    private static final String ITERATION = "iteration.txt";

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its content, known to be whole
     * @throws IOException if it is no such file, or a damaged one; the message is for people
     */
    public static ModelFile read(Path file) throws IOException {
        try {
            ModelArchive archive = ModelArchive.read(file);
            JsonObject experiment =
                    JsonParser.parseString(entry(archive, EXPERIMENT)).getAsJsonObject();
            int iteration = Integer.parseInt(entry(archive, ITERATION));
            return new ModelFile(experiment, archive.state(iteration));
        } catch (ZipException | JsonParseException | IllegalStateException | IllegalArgumentException e) {
            throw new IOException(
                    file + " is no exported model (" + e.getMessage()
                            + "); write one with: physgrad export RUN --output model.zip",
                    e);
        }
    }

    private static String entry(ModelArchive archive, String name) {
        return archive.text(name).orElseThrow(() -> new IllegalArgumentException("it has no " + name));
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param file the file; replaced if it exists
     * @param experiment the experiment
     * @param iteration number of iterations that went into the network
     * @param network the network
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Experiment experiment, int iteration, ComputationGraph network)
            throws IOException {
        try (PartFile part = PartFile.of(file)) {
            ModelSerializer.writeModel(network, part.path().toFile(), false);
            try (FileSystem zip = FileSystems.newFileSystem(part.path())) {
                Files.writeString(zip.getPath(EXPERIMENT), ExperimentWriter.write(experiment));
                Files.writeString(zip.getPath(ITERATION), Integer.toString(iteration));
            }
            part.keep();
        }
    }
}
