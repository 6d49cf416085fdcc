package org.physgrad.workbench.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentDocumentTest {

    private static final String PLAIN = "{ \"problem\": { \"type\": \"fluid\" } }";

    @TempDir
    private Path folder;

    /** What is entered and cleared again leaves nothing behind, but keeps what stands beside it. */
    @Test
    void clearedValuesGoWithTheObjectsAroundThem() throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), PLAIN);
        ExperimentDocument document = ExperimentDocument.open(file);
        document.set("data.context.m0", text("m0.npy"));
        document.set("data.effect", text("y.npy"));
        String both = "{ \"problem\": { \"type\": \"fluid\" },"
                + " \"data\": { \"context\": { \"m0\": \"m0.npy\" }, \"effect\": \"y.npy\" } }";
        assertEquals(JsonParser.parseString(both), JsonParser.parseString(Files.readString(file)));
        document.set("data.context.m0", Optional.empty());
        String effect = "{ \"problem\": { \"type\": \"fluid\" }, \"data\": { \"effect\": \"y.npy\" } }";
        assertEquals(JsonParser.parseString(effect), JsonParser.parseString(Files.readString(file)));
        document.set("data.effect", Optional.empty());
        assertEquals(JsonParser.parseString(PLAIN), JsonParser.parseString(Files.readString(file)));
        document.undo();
        assertEquals(JsonParser.parseString(effect), document.json().orElseThrow());
    }

    private static Optional<JsonElement> text(String value) {
        return Optional.of(new JsonPrimitive(value));
    }
}
