package org.physgrad.workbench.project;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.physgrad.engine.run.RunFolder;

/**
 * A run folder in a line.
 *
 * @param folder the folder
 * @param state how the run ended, {@code open} where it has not: it trains, waits, or its process was killed
 * @param progress its last iteration with the first metric of the problem, empty before the first
 */
record RunSummary(Path folder, String state, String progress) {

    private static final int FIRST_METRIC = 4; // after iteration, wall_s, cpu_s and solver_calls

    /** Reads a folder; empty if it holds no run. */
    static Optional<RunSummary> read(Path path) {
        try {
            RunFolder folder = RunFolder.open(path);
            return Optional.of(new RunSummary(path, state(lines(folder.events())), progress(lines(folder.metrics()))));
        } catch (IOException e) {
            return Optional.empty(); // no run, or one that is being made or removed just now
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static String state(List<String> events) {
        if (events.isEmpty()) {
            return "open";
        }
        try {
            JsonObject last =
                    JsonParser.parseString(events.get(events.size() - 1)).getAsJsonObject();
            String event = last.has("event") ? last.get("event").getAsString() : "";
            return List.of("done", "cancelled", "diverged", "failed").contains(event) ? event : "open";
        } catch (JsonParseException | IllegalStateException e) {
            return "open"; // the line is being written
        }
    }

    private static String progress(List<String> table) {
        if (table.size() < 2) {
            return "";
        }
        String[] names = table.get(0).split(",", -1);
        String[] values = table.get(table.size() - 1).split(",", -1);
        if (names.length <= FIRST_METRIC || values.length < names.length) {
            return "";
        }
        try {
            double metric = Double.parseDouble(values[FIRST_METRIC]);
            return String.format(Locale.ROOT, "iteration %s, %s %.4g", values[0], names[FIRST_METRIC], metric);
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
