package org.physgrad.engine.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/** Writes experiments as files that {@link ExperimentReader} reads back to the same experiment. */
public final class ExperimentWriter {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ExperimentWriter() {}

    /**
     * Writes an experiment with every default.
     *
     * @param experiment the experiment
     * @return indented JSON
     */
    public static String write(Experiment experiment) {
        return GSON.toJson(toJson(experiment)) + "\n";
    }

    /**
     * Turns an experiment into JSON.
     *
     * @param experiment the experiment
     * @return the object as it stands in a file
     */
    public static JsonObject toJson(Experiment experiment) {
        JsonObject root = new JsonObject();
        root.addProperty("name", experiment.name());
        root.add("problem", part("type", experiment.problem()));
        root.add("network", part("type", experiment.network()));
        JsonObject training = part("scheme", experiment.training().scheme());
        experiment.training().solver().ifPresent(solver -> training.add("solver", part("type", solver)));
        training.addProperty("clip", experiment.training().clip());
        training.addProperty("reduction", experiment.training().reduction());
        root.add("training", training);
        root.add("optimizer", part("type", experiment.optimizer()));
        root.addProperty("batchSize", experiment.batchSize());
        root.addProperty("iterations", experiment.iterations());
        root.addProperty("seed", experiment.seed());
        root.addProperty("executor", experiment.executor());
        root.addProperty("threads", experiment.threads());
        root.addProperty("checkpointEvery", experiment.checkpointEvery());
        experiment.data().ifPresent(data -> root.add("data", data(data)));
        return root;
    }

    private static JsonObject data(DataSpec data) {
        JsonObject object = new JsonObject();
        object.addProperty(ExperimentKeys.EFFECT.name(), data.effect());
        data.cause().ifPresent(cause -> object.addProperty(ExperimentKeys.CAUSE.name(), cause));
        if (!data.context().isEmpty()) {
            object.add(ExperimentKeys.CONTEXT, GSON.toJsonTree(data.context()));
        }
        object.addProperty(ExperimentKeys.VALIDATION.name(), data.validation());
        object.addProperty(ExperimentKeys.VALIDATE_EVERY.name(), data.validateEvery());
        if (!data.sha256().isEmpty()) {
            object.add(ExperimentKeys.SHA_256, GSON.toJsonTree(data.sha256()));
        }
        return object;
    }

    private static JsonObject part(String typeKey, PartSpec part) {
        JsonObject object = new JsonObject();
        object.addProperty(typeKey, part.type());
        part.values().forEach((name, value) -> object.add(name, GSON.toJsonTree(value)));
        return object;
    }
}
