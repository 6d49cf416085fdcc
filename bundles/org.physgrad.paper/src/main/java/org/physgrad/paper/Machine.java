package org.physgrad.paper;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.physgrad.sweeps.Job;

/** Where runs took place, from what they say of it themselves. */
final class Machine {

    private static final String ENGINE = "org.physgrad.engine";

    private Machine() {}

    /** Counts the runs by environment: rows of cells, the number of runs first. */
    static List<List<String>> rows(Iterable<Runs> all) throws IOException {
        Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(cells -> String.join("|", cells)));
        for (Runs runs : all) {
            for (Job job : runs.sweep().jobs()) {
                Path file = runs.folder().run(job).resolve("environment.json");
                if (Files.isRegularFile(file)) {
                    JsonObject root =
                            JsonParser.parseString(Files.readString(file)).getAsJsonObject();
                    counts.merge(cells(root), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .map(entry -> Stream.concat(Stream.of(Integer.toString(entry.getValue())), entry.getKey().stream())
                        .toList())
                .toList();
    }

    /** Names of the columns of {@link #rows}. */
    static List<String> columns() {
        return List.of("runs", "processor", "system", "Java", "PhysGrad", "executor", "threads");
    }

    private static List<String> cells(JsonObject root) {
        return List.of(
                text(root, "processor"),
                text(root, "system"),
                text(root, "java"),
                version(root),
                text(root, "executor") + (root.has("device") ? " on " + text(root, "device") : ""),
                text(root, "threads"));
    }

    private static String text(JsonObject root, String key) {
        return root.has(key) ? root.get(key).getAsString() : "";
    }

    private static String version(JsonObject root) {
        for (JsonElement element : root.has("bundles") ? root.getAsJsonArray("bundles") : List.<JsonElement>of()) {
            JsonObject bundle = element.getAsJsonObject();
            if (text(bundle, "name").equals(ENGINE)) {
                return text(bundle, "version");
            }
        }
        return "";
    }
}
