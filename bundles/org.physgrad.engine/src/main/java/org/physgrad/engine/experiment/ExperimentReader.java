package org.physgrad.engine.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.PartType;

/** Reads experiment files and checks them against the parts that are installed. */
public final class ExperimentReader {

    private final Catalog catalog;

    /**
     * Makes a reader.
     *
     * @param catalog the installed parts
     */
    public ExperimentReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads an experiment file. The files that it names are relative to its folder.
     *
     * @param file a JSON file
     * @param settings values that replace those of the file, by path such as {@code problem.resolution}; each is JSON, or taken as text if it is not
     * @return the experiment, resolved with every default
     * @throws IOException if the file cannot be read
     * @throws InvalidExperimentException with everything that is wrong with its content
     */
    public Experiment read(Path file, Map<String, String> settings) throws IOException {
        return read(JsonFile.read(file), settings)
                .relativeTo(file.toAbsolutePath().getParent());
    }

    /**
     * Checks an experiment with some other values and fills its defaults in.
     *
     * @param root the experiment as JSON; takes the other values in
     * @param settings values that replace those of the experiment, by path such as {@code problem.resolution}; each is JSON, or taken as text if it is not
     * @return the experiment, resolved with every default
     * @throws InvalidExperimentException with everything that is wrong with it
     */
    public Experiment read(JsonObject root, Map<String, String> settings) {
        settings.forEach((path, value) -> set(root, path, value));
        return read(root);
    }

    /**
     * Checks an experiment and fills its defaults in.
     *
     * @param root the experiment as JSON
     * @return the experiment, resolved with every default
     * @throws InvalidExperimentException with everything that is wrong with it
     */
    public Experiment read(JsonObject root) {
        List<Finding> findings = new ArrayList<>();
        ObjectReader reader = new ObjectReader("", root, findings);
        String name = (String) reader.value(ExperimentKeys.NAME);
        Optional<PartSpec> problem = part(reader.child("problem"), Kind.PROBLEM);
        Optional<PartSpec> network = part(reader.child("network"), Kind.NETWORK);
        Optional<Experiment.Training> training = training(reader.child("training"));
        Optional<PartSpec> optimizer = part(reader.child("optimizer"), Kind.OPTIMIZER);
        int batchSize = integer(reader, ExperimentKeys.BATCH_SIZE);
        int iterations = integer(reader, ExperimentKeys.ITERATIONS);
        long seed = (Long) reader.value(ExperimentKeys.SEED);
        String executor = (String) reader.value(ExperimentKeys.EXECUTOR);
        checkExecutor(executor, findings);
        int threads = integer(reader, ExperimentKeys.THREADS);
        int checkpointEvery = integer(reader, ExperimentKeys.CHECKPOINT_EVERY);
        Optional<DataSpec> data = reader.has("data") ? DataReader.read(reader.child("data")) : Optional.empty();
        reader.finish();
        if (!findings.isEmpty()) {
            throw new InvalidExperimentException(findings);
        }
        return new Experiment(
                name,
                problem.orElseThrow(),
                network.orElseThrow(),
                training.orElseThrow(),
                optimizer.orElseThrow(),
                batchSize,
                iterations,
                seed,
                executor,
                threads,
                checkpointEvery,
                data);
    }

    private Optional<PartSpec> part(ObjectReader reader, Kind<?> kind) {
        Optional<PartSpec> part = reader.part(catalog, kind, "type");
        reader.finish();
        return part;
    }

    private Optional<Experiment.Training> training(ObjectReader reader) {
        double clip = (Double) reader.value(ExperimentKeys.CLIP);
        String reduction = (String) reader.value(ExperimentKeys.REDUCTION);
        boolean wantsSolver = reader.has("solver");
        Optional<PartSpec> solver = wantsSolver ? part(reader.child("solver"), Kind.SOLVER) : Optional.empty();
        Optional<PartSpec> scheme = reader.part(catalog, Kind.SCHEME, "scheme");
        reader.finish();
        if (scheme.isEmpty() || (wantsSolver && solver.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Experiment.Training(scheme.get(), solver, clip, reduction));
    }

    private void checkExecutor(String executor, List<Finding> findings) {
        List<String> known = new ArrayList<>(List.of(Experiment.AUTO));
        catalog.types(Kind.EXECUTOR).stream().map(PartType::name).forEach(known::add);
        if (!known.contains(executor)) {
            String message = "no executor '" + executor + "' is installed; " + Names.advice(executor, known);
            findings.add(new Finding(ExperimentKeys.EXECUTOR.name(), message, true));
        }
    }

    private static int integer(ObjectReader reader, Parameter parameter) {
        return Math.toIntExact((Long) reader.value(parameter));
    }

    /** Replaces a value by path; the text is JSON, or taken as a string if it is not. */
    static void set(JsonObject root, String path, String text) {
        JsonElement value;
        try {
            value = JsonFile.parse(new StringReader(text));
        } catch (JsonParseException e) {
            value = new JsonPrimitive(text);
        }
        JsonFile.set(root, path, value);
    }
}
