package org.physgrad.report.runs;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.physgrad.engine.experiment.Replicates;

/** Puts runs together that repeat one experiment with other seeds, and names the groups. */
public final class Grouping {

    private Grouping() {}

    /**
     * Groups runs.
     *
     * @param runs the runs
     * @return the groups, in the order of their first runs
     */
    public static List<RunGroup> of(List<ReportedRun> runs) {
        Map<JsonObject, List<ReportedRun>> byExperiment = new LinkedHashMap<>();
        runs.forEach(run -> byExperiment
                .computeIfAbsent(Replicates.key(run.experiment()), key -> new ArrayList<>())
                .add(run));
        List<String> names = names(byExperiment.values());
        List<RunGroup> groups = new ArrayList<>();
        for (List<ReportedRun> group : byExperiment.values()) {
            groups.add(new RunGroup(names.get(groups.size()), group));
        }
        return groups;
    }

    /** The names that people gave, as far as the runs of a group share them; where those do not tell groups apart, the names of folders. */
    private static List<String> names(Collection<List<ReportedRun>> groups) {
        List<String> given = groups.stream()
                .map(group -> shared(group.stream().map(ReportedRun::name).toList()))
                .toList();
        List<String> shortened = withoutCommonFolder(given);
        return isDistinct(shortened)
                ? shortened
                : distinct(groups.stream()
                        .map(group -> shared(
                                group.stream().map(ReportedRun::folderName).toList()))
                        .toList());
    }

    /** What names have in common at their start, without the seed that sweeps put at their end. */
    private static String shared(List<String> names) {
        String prefix = StringUtils.getCommonPrefix(names.toArray(String[]::new));
        String name = prefix.replaceAll("[-_ ]*(seed[-_ ]*\\d*)?$", "");
        return name.isBlank() ? names.get(0) : name;
    }

    /** The jobs of a sweep are named {@code sweep/job}. */
    private static List<String> withoutCommonFolder(List<String> names) {
        Set<String> folders = new HashSet<>();
        names.forEach(name -> folders.add(StringUtils.substringBeforeLast(name, "/")));
        boolean common = names.stream().allMatch(name -> name.contains("/")) && folders.size() == 1;
        return common && names.size() > 1
                ? names.stream()
                        .map(name -> StringUtils.substringAfterLast(name, "/"))
                        .toList()
                : names;
    }

    private static boolean isDistinct(List<String> names) {
        return new HashSet<>(names).size() == names.size();
    }

    private static List<String> distinct(List<String> names) {
        Set<String> unique = new LinkedHashSet<>();
        for (String name : names) {
            String candidate = name;
            for (int k = 2; !unique.add(candidate); k++) {
                candidate = name + " (" + k + ")";
            }
        }
        return List.copyOf(unique);
    }
}
