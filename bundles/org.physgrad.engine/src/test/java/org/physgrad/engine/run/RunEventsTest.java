package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a run as it lies in its folder. */
class RunEventsTest {

    @TempDir
    private Path folder;

    @Test
    void linesThatAKillCutOffAreLeftOut() throws IOException {
        List<JsonObject> events = read("{\"event\":\"started\"}\n{\"event\":\"che\n{\"event\":\"resumed\"}\n{\"ev");
        assertEquals(
                List.of("started", "resumed"),
                events.stream().map(event -> event.get("event").getAsString()).toList());
        assertEquals("resumed", RunEvents.last(events));
    }

    @Test
    void aRunThatHasNotBegunHasNoEvents() throws IOException {
        assertEquals(List.of(), RunEvents.read(folder.resolve("missing.jsonl")));
        assertEquals("", RunEvents.last(List.of()));
    }

    private List<JsonObject> read(String text) throws IOException {
        return RunEvents.read(Files.writeString(folder.resolve("events.jsonl"), text));
    }
}
