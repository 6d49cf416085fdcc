package org.physgrad.report.runs;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds out what a reader of a comparison has to know before trusting it. */
public final class Remarks {

    private Remarks() {}

    /**
     * Looks at runs.
     *
     * @param runs the runs
     * @return what is unusual about them, in words for people
     */
    public static List<String> of(List<ReportedRun> runs) {
        List<String> remarks = new ArrayList<>();
        runs.forEach(run -> remarks.addAll(of(run)));
        return remarks;
    }

    private static List<String> of(ReportedRun run) {
        List<String> remarks = new ArrayList<>(run.notes());
        if (run.iterations() == 0) {
            remarks.add(run.folder() + " has no measured iteration and is left out.");
            return remarks;
        }
        String reached = "iteration " + run.iterations() + " of " + run.planned();
        switch (run.state()) {
            case "open" ->
                remarks.add(run.folder() + " has not ended: it still goes on, or its process was killed, at " + reached
                        + ".");
            case "cancelled" -> remarks.add(run.folder() + " was cancelled at " + reached + ".");
            case "failed" -> remarks.add(run.folder() + " failed at " + reached + reason(run, "failed") + ".");
            case "diverged" ->
                remarks.add(run.folder() + " diverged at " + reached + "; it counts as infinitely bad from there on.");
            default -> {}
        }
        events(run, "changed")
                .forEach(event ->
                        remarks.add(run.folder() + " was given other settings while it trained (see events)."));
        return remarks.stream().distinct().toList();
    }

    private static String reason(ReportedRun run, String name) {
        return events(run, name)
                .filter(event -> event.has("reason"))
                .map(event -> ": " + event.get("reason").getAsString())
                .reduce((first, last) -> last)
                .orElse("");
    }

    private static Stream<JsonObject> events(ReportedRun run, String name) {
        return run.events().stream()
                .filter(event -> event.get("event").getAsString().equals(name));
    }
}
