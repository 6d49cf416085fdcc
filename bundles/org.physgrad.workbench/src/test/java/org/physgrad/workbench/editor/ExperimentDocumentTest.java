package org.physgrad.workbench.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.physgrad.engine.experiment.InvalidExperimentException;

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

    /** What the engine would refuse to read never gets into the file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ name: \"x\" }",
                "{ \"name\": \"x\", /* a comment */ \"seed\": 1 }",
                "{ 'name': 'x' }",
                "{ \"name\": \"x\" } and more",
                "[]",
                ""
            })
    void textThatTheEngineRefusesIsNoExperiment(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), PLAIN);
        ExperimentDocument document = ExperimentDocument.open(file);
        document.edit(text);
        assertEquals(Optional.empty(), document.json());
        assertEquals(PLAIN, Files.readString(file));
        assertThrows(InvalidExperimentException.class, () -> document.set("seed", text("1")));
        document.undo();
        assertEquals(PLAIN, document.text());
    }

    /** Two windows, or an editor, may save the same experiment: neither meets the unfinished file of the other. */
    @Test
    void savingTouchesNoOtherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), PLAIN);
        Path neighbour = Files.writeString(folder.resolve("e.json.tmp"), "somebody else's");
        ExperimentDocument.open(file).set("seed", text("1"));
        assertEquals("somebody else's", Files.readString(neighbour));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Set.of(file, neighbour), files.collect(Collectors.toSet()));
        }
    }

    private static Optional<JsonElement> text(String value) {
        return Optional.of(new JsonPrimitive(value));
    }
}
