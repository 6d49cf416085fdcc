package org.physgrad.engine.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One setting in which two experiments differ.
 *
 * @param path its path in the file, such as {@code optimizer.learningRate}
 * @param before JSON of the value in the first, empty where it has none
 * @param after JSON of the value in the second, empty where it has none
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {

    /**
     * Compares two experiments.
     *
     * @param before the first
     * @param after the second
     * @return all settings that differ, in the order of the file
     */
    public static List<Difference> between(Experiment before, Experiment after) {
        Map<String, String> first = settings(before);
        Map<String, String> second = settings(after);
        Set<String> paths = new LinkedHashSet<>(first.keySet());
        paths.addAll(second.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            Optional<String> old = Optional.ofNullable(first.get(path));
            Optional<String> renewed = Optional.ofNullable(second.get(path));
            if (!old.equals(renewed)) {
                differences.add(new Difference(path, old, renewed));
            }
        }
        return differences;
    }

    /**
     * Lists all settings of an experiment.
     *
     * @param experiment the experiment
     * @return JSON of each value by path, in the order of the file
     */
    public static Map<String, String> settings(Experiment experiment) {
        return settings(ExperimentWriter.toJson(experiment));
    }

    /**
     * Lists all settings of an experiment whose parts need not be installed.
     *
     * @param experiment the experiment as it stands in a file
     * @return JSON of each value by path, in the order of the file
     */
    public static Map<String, String> settings(JsonObject experiment) {
        Map<String, String> settings = new LinkedHashMap<>();
        collect("", experiment, settings);
        return settings;
    }

    private static void collect(String path, JsonElement value, Map<String, String> settings) {
        if (!value.isJsonObject()) {
            settings.put(path, value.toString());
            return;
        }
        value.getAsJsonObject()
                .entrySet()
                .forEach(entry -> collect(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), settings));
    }
}
