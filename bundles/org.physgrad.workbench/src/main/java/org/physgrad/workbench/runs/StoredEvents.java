package org.physgrad.workbench.runs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the events of a run's folder into words. */
final class StoredEvents {

    private static final Set<String> TROUBLE = Set.of("failed", "diverged");

    /** What people need not read. */
    private static final Set<String> QUIET = Set.of("time", "event", "file");

    private StoredEvents() {}

    /** Words events; those without a time are left out. */
    static List<RunEvent> of(List<JsonObject> events) {
        return events.stream()
                .map(StoredEvents::event)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<RunEvent> event(JsonObject event) {
        String name = event.get("event").getAsString();
        String details = event.entrySet().stream()
                .filter(detail -> !QUIET.contains(detail.getKey()))
                .map(StoredEvents::words)
                .collect(Collectors.joining(", "));
        String text = details.isEmpty() ? name : name + ": " + details;
        return time(event).map(time -> new RunEvent(time, text, TROUBLE.contains(name)));
    }

    private static Optional<Instant> time(JsonObject event) {
        try {
            return Optional.ofNullable(event.get("time"))
                    .map(JsonElement::getAsString)
                    .map(Instant::parse);
        } catch (DateTimeException | UnsupportedOperationException | IllegalStateException e) {
            return Optional.empty(); // written by something else
        }
    }

    private static String words(Map.Entry<String, JsonElement> detail) {
        JsonElement value = detail.getValue();
        return detail.getKey() + " " + (value.isJsonPrimitive() ? value.getAsString() : value.toString());
    }
}
