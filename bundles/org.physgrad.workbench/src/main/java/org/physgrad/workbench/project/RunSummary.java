package org.physgrad.workbench.project;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
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
 * @param state how the run ended, {@value #RUNNING} where somebody trains it, {@value #UNFINISHED} where it waits or its process was killed
 * @param iteration its last iteration, empty before the first
 * @param metric the first metric of the problem at that iteration, with its name; empty before the first
 */
record RunSummary(Path folder, String state, String iteration, String metric) {

    static final String RUNNING = "running";
    static final String UNFINISHED = "unfinished";

    private static final List<String> ENDS = List.of("done", "cancelled", "diverged", "failed");
    private static final int FIRST_METRIC = 4; // after iteration, wall_s, cpu_s and solver_calls

    /** Reads a folder; empty if it holds no run. */
    static Optional<RunSummary> read(Path path) {
        try {
            RunFolder folder = RunFolder.open(path);
            String state = LastLine.of(folder.events())
                    .flatMap(RunSummary::end)
                    .orElseGet(() -> folder.trains() ? RUNNING : UNFINISHED);
            Optional<String> row = LastLine.of(folder.metrics());
            return Optional.of(
                    row.isPresent()
                            ? new RunSummary(
                                    path,
                                    state,
                                    row.get().split(",", -1)[0],
                                    metric(names(folder.metrics()), row.get()))
                            : new RunSummary(path, state, "", ""));
        } catch (IOException e) {
            return Optional.empty(); // no run, or one that is being made or removed just now
        }
    }

    private static String names(Path table) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(table)) {
            return Optional.ofNullable(reader.readLine()).orElse("");
        }
    }

    private static Optional<String> end(String event) {
        try {
            JsonObject last = JsonParser.parseString(event).getAsJsonObject();
            return Optional.ofNullable(last.get("event"))
                    .map(JsonElement::getAsString)
                    .filter(ENDS::contains);
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty(); // written by something else
        }
    }

    private static String metric(String header, String row) {
        String[] names = header.split(",", -1);
        String[] values = row.split(",", -1);
        if (names.length <= FIRST_METRIC || values.length < names.length) {
            return "";
        }
        try {
            return String.format(Locale.ROOT, "%s %.4g", names[FIRST_METRIC], Double.parseDouble(values[FIRST_METRIC]));
        } catch (NumberFormatException e) {
            return ""; // the header alone
        }
    }
}
