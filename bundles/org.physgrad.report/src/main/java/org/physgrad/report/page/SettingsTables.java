package org.physgrad.report.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.lang3.StringUtils;
import org.physgrad.report.page.Table.Cell;
import org.physgrad.report.page.Table.Row;
import org.physgrad.report.runs.ReportedRun;
import org.physgrad.report.runs.RunGroup;

/** Tables of how runs were made: settings and environment. */
final class SettingsTables {

    private static final String BUNDLES = "bundles";

    private SettingsTables() {}

    /** Settings in which groups differ. */
    static Table differences(List<RunGroup> groups) {
        return settings("settings-differences", "Settings that differ", groups, false);
    }

    /** Settings that all groups have in common. */
    static Table common(List<RunGroup> groups) {
        Table all = settings("settings-common", "Settings in common", groups, true);
        List<Row> rows = all.rows().stream()
                .map(row -> new Row(row.head(), row.cells().subList(0, 1)))
                .toList();
        return new Table(all.name(), all.caption(), Cell.all(List.of("setting", "value")), rows);
    }

    /** Where the runs took place: what is the same for all of them in one column, what is not in one for each. */
    static Table environment(List<ReportedRun> runs) {
        return spread("environment", "Where the runs took place", "property", runs, SettingsTables::properties);
    }

    /** The bundles that took part, with version and hash. */
    static Table bundles(List<ReportedRun> runs) {
        return spread("bundles", "Version and hash of each bundle", "bundle", runs, SettingsTables::bundles);
    }

    private static Table settings(String name, String caption, List<RunGroup> groups, boolean common) {
        List<Map<String, String>> settings =
                groups.stream().map(SettingsTables::settings).toList();
        List<String> columns = new ArrayList<>(List.of("setting"));
        groups.forEach(group -> columns.add(group.name()));
        return new Table(name, caption, Cell.all(columns), rows(settings, common));
    }

    private static Table spread(
            String name,
            String caption,
            String head,
            List<ReportedRun> runs,
            Function<ReportedRun, Map<String, String>> entries) {
        List<Map<String, String>> distinct =
                runs.stream().map(entries).distinct().toList();
        List<String> columns = new ArrayList<>(List.of(head));
        for (Map<String, String> one : distinct) {
            List<String> names = runs.stream()
                    .filter(run -> entries.apply(run).equals(one))
                    .map(ReportedRun::folderName)
                    .toList();
            columns.add(
                    distinct.size() == 1
                            ? (runs.size() == 1 ? names.get(0) : "all runs")
                            : names.get(0) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more"));
        }
        List<Row> rows = new ArrayList<>(rows(distinct, false));
        rows.addAll(rows(distinct, true));
        return new Table(name, caption, Cell.all(columns), distinct.stream().allMatch(Map::isEmpty) ? List.of() : rows);
    }

    /** A row for each key whose values are all the same, or are not. */
    private static List<Row> rows(List<Map<String, String>> columns, boolean same) {
        Set<String> keys = new LinkedHashSet<>();
        columns.forEach(column -> keys.addAll(column.keySet()));
        List<Row> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> values =
                    columns.stream().map(column -> column.getOrDefault(key, "")).toList();
            if ((values.stream().distinct().count() == 1) == same) {
                rows.add(Row.of(key, values.toArray(String[]::new)));
            }
        }
        return rows;
    }

    private static Map<String, String> settings(RunGroup group) {
        Map<String, String> settings = new LinkedHashMap<>(group.settings());
        settings.replaceAll((path, value) -> StringUtils.unwrap(value, '"'));
        return settings;
    }

    private static Map<String, String> properties(ReportedRun run) {
        Map<String, String> properties = new LinkedHashMap<>();
        run.environment().entrySet().stream()
                .filter(entry -> entry.getValue().isJsonPrimitive())
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().getAsString()));
        return properties;
    }

    private static Map<String, String> bundles(ReportedRun run) {
        Map<String, String> bundles = new LinkedHashMap<>();
        if (run.environment().has(BUNDLES) && run.environment().get(BUNDLES).isJsonArray()) {
            for (JsonElement element : run.environment().getAsJsonArray(BUNDLES)) {
                JsonObject bundle = element.getAsJsonObject();
                String hash = bundle.get("sha256").getAsString();
                bundles.put(
                        bundle.get("name").getAsString(),
                        bundle.get("version").getAsString() + ", " + hash.substring(0, Math.min(12, hash.length())));
            }
        }
        return bundles;
    }
}
