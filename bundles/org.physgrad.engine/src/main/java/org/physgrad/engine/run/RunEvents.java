package org.physgrad.engine.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the log of a run, also of one that goes on or was killed. */
public final class RunEvents {

    private RunEvents() {}

    /**
     * Reads the events of a run. Lines that a kill cut off tell nothing and are left out; those around them count.
     *
     * @param file a run's {@code events.jsonl}, which need not exist yet
     * @return the events, the oldest first; each has a text {@code event} that names it
     * @throws IOException if the file cannot be read
     */
    public static List<JsonObject> read(Path file) throws IOException {
        List<JsonObject> events = new ArrayList<>();
        if (!Files.exists(file)) {
            return events;
        }
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            try {
                JsonObject event = JsonParser.parseString(line).getAsJsonObject();
                if (event.has("event")) {
                    events.add(event);
                }
            } catch (JsonParseException | IllegalStateException e) {
                // The line was cut off.
            }
        }
        return events;
    }

    /**
     * Names the newest event.
     *
     * @param events the events of a run
     * @return its name, such as {@code done}, {@code cancelled}, {@code diverged} or {@code failed} for a run that has ended; empty without events
     */
    public static String last(List<JsonObject> events) {
        return events.isEmpty()
                ? ""
                : events.get(events.size() - 1).get("event").getAsString();
    }
}
