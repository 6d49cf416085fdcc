package org.physgrad.workbench.runs;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.physgrad.engine.run.RunEvents;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.engine.run.RunMetrics;

/**
 * What a run left in its folder.
 *
 * @param folder the folder
 * @param state how it ended; {@link RunState#CANCELLED} where nothing says so, as after a kill, unless somebody trains it
 * @param metrics what it measured
 * @param validation what it measured with examples kept from training
 * @param events what happened
 */
public record StoredRun(
        RunFolder folder, RunState state, RunMetrics metrics, RunMetrics validation, List<RunEvent> events) {

    /**
     * Reads a run folder.
     *
     * @param folder the folder
     * @return what is in it
     * @throws IOException if a file cannot be read; the message is for people
     */
    public static StoredRun read(RunFolder folder) throws IOException {
        List<JsonObject> events = RunEvents.read(folder.events());
        return new StoredRun(
                folder,
                state(folder, events),
                table(folder.metrics()),
                table(folder.validation()),
                StoredEvents.of(events));
    }

    private static RunMetrics table(Path file) throws IOException {
        return Files.exists(file) ? RunMetrics.read(file) : RunMetrics.EMPTY;
    }

    private static RunState state(RunFolder folder, List<JsonObject> events) {
        return switch (RunEvents.last(events)) {
            case "done" -> RunState.DONE;
            case "diverged" -> RunState.DIVERGED;
            case "failed" -> RunState.FAILED;
            default -> folder.trains() ? RunState.ELSEWHERE : RunState.CANCELLED;
        };
    }
}
