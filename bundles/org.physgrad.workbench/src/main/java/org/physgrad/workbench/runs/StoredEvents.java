package org.physgrad.workbench.runs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the lines of a run's {@code events.jsonl} into words. */
final class StoredEvents {

    private static final Set<String> TROUBLE = Set.of("failed", "diverged");

    /** What people need not read. */
    private static final Set<String> QUIET = Set.of("time", "event", "file");

    private StoredEvents() {}

    /** Reads events; a line that is none, as the last one of a process that was killed, is left out. */
    static List<RunEvent> of(List<String> lines) {
        return lines.stream().map(StoredEvents::event).flatMap(Optional::stream).toList();
    }

    private static Optional<RunEvent> event(String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            String name = json.get("event").getAsString();
            String details = json.entrySet().stream()
                    .filter(detail -> !QUIET.contains(detail.getKey()))
                    .map(StoredEvents::words)
                    .collect(Collectors.joining(", "));
            return Optional.of(new RunEvent(
                    Instant.parse(json.get("time").getAsString()),
                    details.isEmpty() ? name : name + ": " + details,
                    TROUBLE.contains(name)));
        } catch (JsonParseException | IllegalStateException | NullPointerException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String words(Map.Entry<String, JsonElement> detail) {
        JsonElement value = detail.getValue();
        return detail.getKey() + " " + (value.isJsonPrimitive() ? value.getAsString() : value.toString());
    }
}
