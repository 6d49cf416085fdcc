package org.physgrad.report.runs;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.physgrad.engine.experiment.Difference;

/**
 * Runs of one experiment that differ in nothing but their seed and length.
 *
 * @param name what tells it from the other groups
 * @param runs at least one run, by seed
 */
public record RunGroup(String name, List<ReportedRun> runs) {

    /** Columns that are no metrics: what is counted, and what it cost. */
    private static final Set<String> COSTS = Set.of("iteration", "wall_s", "cpu_s", "solver_calls");

    /** Sorts the runs. */
    public RunGroup {
        runs = runs.stream().sorted(Comparator.comparingLong(ReportedRun::seed)).toList();
    }

    /** The run that stands for the group where only one can be shown: that of the lowest seed. */
    public ReportedRun first() {
        return runs.get(0);
    }

    /** The most iterations that a run of the group has. */
    public int iterations() {
        return runs.stream().mapToInt(ReportedRun::iterations).max().orElseThrow();
    }

    /** Names of the problem's metrics and the training loss, as measured. */
    public List<String> metrics() {
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.metrics().names()));
        names.removeAll(COSTS);
        return List.copyOf(names);
    }

    /** Runs that measured something under a name. */
    public List<ReportedRun> measuring(String metric) {
        return runs.stream()
                .filter(run -> run.iterations() > 0 && run.metrics().names().contains(metric))
                .toList();
    }

    /** Settings of the group by path, without those that differ from run to run. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(Difference.settings(first().experiment()));
        runs.forEach(run -> settings.entrySet()
                .retainAll(Difference.settings(run.experiment()).entrySet()));
        settings.remove("name");
        return settings;
    }
}
