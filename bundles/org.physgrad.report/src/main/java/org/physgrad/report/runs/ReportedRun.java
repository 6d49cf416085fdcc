package org.physgrad.report.runs;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.physgrad.engine.run.RunEvents;
import org.physgrad.engine.run.RunMetrics;

/**
 * A run as it lies in its folder. Its parts need not be installed.
 *
 * @param folder the run folder
 * @param experiment what is run, with every default
 * @param metrics what was measured
 * @param validation what was measured with examples kept from training; without rows if there are none
 * @param events what happened, the oldest first
 * @param environment where it took place; without entries if that is not known
 * @param notes what is unusual about the folder, in words for people
 */
public record ReportedRun(
        Path folder,
        JsonObject experiment,
        RunMetrics metrics,
        RunMetrics validation,
        List<JsonObject> events,
        JsonObject environment,
        List<String> notes) {

    private static final List<String> ENDINGS = List.of("done", "cancelled", "diverged", "failed");

    /** Copies the lists. */
    public ReportedRun {
        events = List.copyOf(events);
        notes = List.copyOf(notes);
    }

    /** Name of the experiment. */
    public String name() {
        return experiment.get("name").getAsString();
    }

    /** Seed of all random numbers. */
    public long seed() {
        return experiment.get("seed").getAsLong();
    }

    /** Number of iterations that the experiment asks for. */
    public int planned() {
        return experiment.get("iterations").getAsInt();
    }

    /** Number of iterations that were measured. */
    public int iterations() {
        return metrics.rows();
    }

    /** Tells whether the run ended because a number stopped being finite. */
    public boolean diverged() {
        return RunEvents.last(events).equals("diverged");
    }

    /** Words how the run ended, or that it has not. */
    public String state() {
        String last = RunEvents.last(events);
        return ENDINGS.contains(last) ? last : "open";
    }

    /** Name of the run's folder. */
    public String folderName() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }
}
