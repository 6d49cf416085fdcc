package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.training.TrainingListener;

class RunRecorderTest {

    private static final String GPU = "a GPU for network and physics";

    @TempDir
    private Path base;

    @Test
    void namesTheDeviceOfEachPartOfARun() throws IOException {
        RunFolder folder = RunFolder.create(base.resolve("run"), RunFolderTest.EXPERIMENT);
        try (RunRecorder recorder = RunRecorder.begin(folder)) {
            recorder.started(on(GPU));
            assertEquals(GPU, environment(folder).get("device").getAsString());
            recorder.started(on(""));
            assertFalse(environment(folder).has("device"));
        }
        List<String> events = Files.readAllLines(folder.events());
        assertEquals(
                GPU,
                JsonParser.parseString(events.get(0))
                        .getAsJsonObject()
                        .get("device")
                        .getAsString());
        assertFalse(JsonParser.parseString(events.get(1)).getAsJsonObject().has("device"));
    }

    private static TrainingListener.Start on(String device) {
        return new TrainingListener.Start(List.of("x_l1"), "", "any", "", 1, device, "a processor", 1);
    }

    private static JsonObject environment(RunFolder folder) throws IOException {
        return JsonParser.parseString(Files.readString(folder.path().resolve("environment.json")))
                .getAsJsonObject();
    }
}
