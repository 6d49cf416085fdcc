package org.physgrad.report.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.physgrad.report.page.Table.Cell;
import org.physgrad.report.page.Table.Row;
import org.physgrad.report.runs.ReportedRun;

/** What happened in runs: starts, pauses, changes, resumptions, ends. Checkpoints are only counted. */
final class EventsTable {

    private static final String CHECKPOINT = "checkpoint";

    /** What stands in columns of its own, or is too long for any. */
    private static final Set<String> ELSEWHERE = Set.of("time", "event", "stackTrace");

    private EventsTable() {}

    static Table of(List<ReportedRun> runs) {
        List<Row> rows = new ArrayList<>();
        for (ReportedRun run : runs) {
            for (JsonObject event : run.events()) {
                if (!name(event).equals(CHECKPOINT)) {
                    rows.add(Row.of(run.folderName(), time(event), name(event), details(event)));
                }
            }
            long checkpoints = run.events().stream()
                    .filter(event -> name(event).equals(CHECKPOINT))
                    .count();
            if (checkpoints > 0) {
                rows.add(Row.of(
                        run.folderName(), "", checkpoints + (checkpoints == 1 ? " checkpoint" : " checkpoints"), ""));
            }
        }
        return new Table("events", "What happened", Cell.all(List.of("run", "time (UTC)", "event", "details")), rows);
    }

    private static String name(JsonObject event) {
        return event.get("event").getAsString();
    }

    /** The moment to the second, in coordinated universal time. */
    private static String time(JsonObject event) {
        return text(event.get("time")).replaceFirst("(\\d)T(\\d\\d:\\d\\d:\\d\\d)[.\\d]*Z", "$1 $2");
    }

    private static String details(JsonObject event) {
        return event.entrySet().stream()
                .filter(entry -> !ELSEWHERE.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonElement value) {
        return value == null ? "" : value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }
}
