package org.physgrad.report.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.physgrad.sweeps.Numbers;

/** Groups of runs beside each other: which metrics they share, where to look at them, and what to reach. */
public final class Comparison {

    /** More columns than that do not fit on a page. */
    private static final int ENDS = 6;

    /** What a training scheme minimizes, which says nothing beside that of another scheme. */
    private static final String TRAINING_LOSS = "train_loss";

    private final List<RunGroup> groups;
    private final Map<String, List<MetricCurves>> curves = new LinkedHashMap<>();

    /**
     * Compares groups.
     *
     * @param groups the groups, at least one of which measured something
     * @param metrics names of the metrics to look at; empty for all, without the training loss where several groups are compared
     * @param window iterations of the running mean
     * @throws IllegalArgumentException if no run has measured one of the metrics; the message names those there are
     */
    public Comparison(List<RunGroup> groups, List<String> metrics, int window) {
        this.groups = groups.stream()
                .filter(group -> group.runs().stream().anyMatch(run -> run.iterations() > 0))
                .toList();
        Set<String> known = new LinkedHashSet<>();
        this.groups.forEach(group -> known.addAll(group.metrics()));
        List<String> usual = known.stream()
                .filter(metric -> this.groups.size() == 1 || !metric.equals(TRAINING_LOSS))
                .toList();
        for (String metric : metrics.isEmpty() ? usual : metrics) {
            if (!known.contains(metric)) {
                throw new IllegalArgumentException(
                        "no run measured '" + metric + "'; there are " + String.join(", ", known));
            }
            curves.put(
                    metric,
                    this.groups.stream()
                            .filter(group -> !group.measuring(metric).isEmpty())
                            .map(group -> new MetricCurves(group, metric, window))
                            .toList());
        }
    }

    /** The groups with at least one measured iteration. */
    public List<RunGroup> groups() {
        return groups;
    }

    /** Names of the metrics, the most important one first. */
    public List<String> metrics() {
        return List.copyOf(curves.keySet());
    }

    /** The curves of a metric, one for each group that measured it. */
    public List<MetricCurves> curves(String metric) {
        return curves.get(metric);
    }

    /** Iterations to look at where nobody chose any: powers of ten, and where the runs end. */
    public List<Integer> landmarks() {
        NavigableSet<Integer> landmarks = new TreeSet<>();
        int last = groups.stream().mapToInt(RunGroup::iterations).max().orElseThrow();
        for (int power = 1; power < last; power *= 10) {
            landmarks.add(power);
        }
        groups.stream().limit(ENDS).forEach(group -> landmarks.add(group.iterations()));
        return List.copyOf(landmarks);
    }

    /**
     * Values to reach where nobody chose any: those at which the groups end, the worst first, so that each column tells how soon the others are as good as one of them.
     *
     * @param metric the metric
     * @return the goals; groups that end at the same value, as far as people read it, share one
     */
    public List<Goal> goals(String metric) {
        List<MetricCurves> worstFirst = curves(metric).stream()
                .filter(group -> Double.isFinite(group.end().median()))
                .sorted(Comparator.comparingDouble(group -> -group.end().median()))
                .toList();
        Map<String, List<MetricCurves>> byText = new LinkedHashMap<>();
        worstFirst.forEach(
                group -> byText.computeIfAbsent(Numbers.text(group.end().median()), text -> new ArrayList<>())
                        .add(group));
        return byText.values().stream().limit(ENDS).map(this::goal).toList();
    }

    private Goal goal(List<MetricCurves> groups) {
        String names = groups.stream().map(group -> group.group().name()).collect(Collectors.joining(", "));
        return new Goal(groups.get(0).end().median(), this.groups.size() == 1 ? "the end" : "end of " + names);
    }

    /**
     * A value to reach.
     *
     * @param value the value
     * @param reason why it was chosen, in a few words; empty if somebody asked for it
     */
    public record Goal(double value, String reason) {}
}
