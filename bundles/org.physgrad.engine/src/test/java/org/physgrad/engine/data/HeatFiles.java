package org.physgrad.engine.data;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.files.NumpyFiles;
import org.physgrad.math.PhiloxStreams;

/** A small heat problem whose examples lie in files of a folder: {@code y.npy} and {@code x.npy}, 30 examples, causes and effects of the generator. */
public final class HeatFiles {

    /** Number of examples. */
    public static final int EXAMPLES = 30;

    /** The installed parts. */
    public static final Catalog CATALOG = ClassPathCatalog.of(HeatFiles.class.getClassLoader());

    private static final Map<String, String> SMALL = Map.of("resolution", "16");

    private HeatFiles() {}

    /** Makes the problem. */
    public static Part<Problem> problem() {
        return CATALOG.create(
                Kind.PROBLEM,
                "heat",
                PartReader.read(CATALOG, Kind.PROBLEM, "heat", SMALL).values());
    }

    /** Draws the examples that {@link #write} writes. */
    public static Batch draw(Problem problem) {
        return problem.sample(EXAMPLES, new PhiloxStreams(1, 1));
    }

    /** Writes the files. */
    public static void write(Path folder) throws IOException {
        try (Part<Problem> problem = problem()) {
            Batch batch = draw(problem.get());
            NumpyFiles.write(folder.resolve("y.npy"), batch.target(), DataType.DOUBLE);
            NumpyFiles.write(folder.resolve("x.npy"), batch.cause().orElseThrow(), DataType.FLOAT);
        }
    }

    /** Makes an experiment that trains with the files. */
    public static Experiment experiment(Path folder, String data, String training, Map<String, String> settings) {
        JsonObject root = JsonParser.parseString("""
                { "problem": { "type": "heat", "resolution": 16 }, "network": { "type": "unet", "levels": 2, "filters": 4 },
                  "training": %s, "optimizer": { "type": "adam" }, "batchSize": 7, "iterations": 20, "seed": 3,
                  "executor": "dl4j", "threads": 1, "checkpointEvery": 5, "data": %s }
                """.formatted(training, data)).getAsJsonObject();
        return new ExperimentReader(CATALOG).read(root, settings).relativeTo(folder);
    }

    /** Makes an experiment that trains with physical gradients. */
    public static Experiment experiment(Path folder, String data) {
        return experiment(
                folder,
                data,
                "{ \"scheme\": \"physical-gradient\", \"solver\": { \"type\": \"heat-inverse\" } }",
                Map.of());
    }
}
