package org.physgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.physgrad.report.page.Table.Cell;
import org.physgrad.report.page.Table.Row;
import org.physgrad.report.runs.Comparison;
import org.physgrad.report.runs.Comparison.Goal;
import org.physgrad.report.runs.Cost;
import org.physgrad.report.runs.MetricCurves;
import org.physgrad.report.runs.Reach;
import org.physgrad.report.runs.ReportedRun;
import org.physgrad.report.runs.RunGroup;
import org.physgrad.sweeps.Band;
import org.physgrad.sweeps.Numbers;

/** Tables of what runs measured. Medians over seeds, with the smallest and the largest where there are several. */
final class ResultTables {

    private static final String GROUP = "experiment";

    private final Comparison comparison;

    ResultTables(Comparison comparison) {
        this.comparison = comparison;
    }

    /** One row for each group: how far it is and where it stands. */
    Table summary() {
        String metric = comparison.metrics().get(0);
        List<Row> rows = new ArrayList<>();
        OptionalDouble lowest = lowest(comparison.curves(metric).stream()
                .mapToDouble(curves -> curves.end().median()));
        for (RunGroup group : comparison.groups()) {
            Optional<MetricCurves> curves = comparison.curves(metric).stream()
                    .filter(candidate -> candidate.group().equals(group))
                    .findFirst();
            rows.add(new Row(
                    group.name(),
                    List.of(
                            Cell.of(seeds(group)),
                            Cell.of(states(group)),
                            Cell.of(Integer.toString(group.iterations())),
                            curves.map(found -> cell(found.end(), lowest)).orElse(Cell.EMPTY),
                            curves.map(found -> cell(found.best(), OptionalDouble.empty()))
                                    .orElse(Cell.EMPTY),
                            cell(Cost.of(group).wall(), OptionalDouble.empty()))));
        }
        return new Table(
                "summary",
                "Where the runs stand",
                heads(
                        GROUP,
                        "seeds",
                        "state",
                        "iterations",
                        metric + " at the end",
                        metric + " at its lowest",
                        "s per iteration"),
                rows);
    }

    /** A metric at chosen iterations. */
    Table at(String metric, List<Integer> iterations) {
        List<MetricCurves> groups = comparison.curves(metric);
        List<Cell> columns = new ArrayList<>(heads(GROUP));
        iterations.forEach(iteration -> columns.add(Cell.of("at " + iteration)));
        List<Row> rows = groups.stream()
                .map(group -> new Row(
                        group.group().name(),
                        iterations.stream()
                                .map(iteration -> group.at(iteration)
                                        .map(band -> partial(cell(band, lowest(groups, iteration)), band, group))
                                        .orElse(Cell.EMPTY))
                                .toList()))
                .toList();
        return new Table("at-" + metric, metric + " at chosen iterations", columns, rows);
    }

    /** Iterations until a metric came to chosen values. */
    Table reach(String metric, List<Goal> goals) {
        List<MetricCurves> groups = comparison.curves(metric);
        List<Cell> columns = new ArrayList<>(heads(GROUP));
        goals.forEach(goal -> columns.add(new Cell("\u2264 " + Numbers.text(goal.value()), goal.reason(), false)));
        List<Row> rows = groups.stream()
                .map(group -> new Row(
                        group.group().name(),
                        goals.stream()
                                .map(goal -> reach(group.reach(goal.value()), fewest(groups, goal)))
                                .toList()))
                .toList();
        return new Table("reach-" + metric, "Iterations until " + metric + " is reached", columns, rows);
    }

    /** What an iteration takes. */
    Table cost() {
        List<Cost> costs = comparison.groups().stream().map(Cost::of).toList();
        double fastest =
                costs.stream().mapToDouble(cost -> cost.wall().median()).min().orElseThrow();
        OptionalDouble best =
                lowest(costs.stream().mapToDouble(cost -> cost.wall().median()));
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < costs.size(); k++) {
            Cost cost = costs.get(k);
            rows.add(new Row(
                    comparison.groups().get(k).name(),
                    List.of(
                            cell(cost.wall(), best),
                            Cell.of(Numbers.text(cost.wall().median() / fastest)),
                            cell(cost.cpu(), OptionalDouble.empty()),
                            Cell.of(Numbers.text(cost.solverCalls().median())),
                            Cell.of(duration(cost.totalSeconds())))));
        }
        return new Table(
                "time",
                "What an iteration takes",
                heads(
                        GROUP,
                        "wall time [s]",
                        "relative to the fastest",
                        "processor time [s]",
                        "solver calls",
                        "all iterations of all seeds"),
                rows);
    }

    private static Cell reach(Reach reach, OptionalDouble fewest) {
        if (reach.iteration().isEmpty()) {
            return Cell.of("not reached");
        }
        Band iteration = reach.iteration().orElseThrow();
        List<String> details = new ArrayList<>();
        if (iteration.count() > 1) {
            details.add(integer(iteration.min()) + " to " + integer(iteration.max()));
        }
        if (!reach.byAll()) {
            details.add(iteration.count() + " of " + reach.seeds() + " seeds");
        }
        details.add(duration(reach.time().orElseThrow().median()));
        boolean best = reach.byAll() && fewest.isPresent() && iteration.median() == fewest.getAsDouble();
        return new Cell(integer(iteration.median()), String.join(", ", details), best);
    }

    private static OptionalDouble fewest(List<MetricCurves> groups, Goal goal) {
        return lowest(groups.stream()
                .map(group -> group.reach(goal.value()))
                .filter(Reach::byAll)
                .flatMap(reach -> reach.iteration().stream())
                .mapToDouble(Band::median));
    }

    private static OptionalDouble lowest(List<MetricCurves> groups, int iteration) {
        return lowest(
                groups.stream().flatMap(group -> group.at(iteration).stream()).mapToDouble(Band::median));
    }

    /** The lowest value of several; empty where it is no distinction, because it stands alone or is shared. */
    private static OptionalDouble lowest(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted.length > 1 && sorted[0] < sorted[1] ? OptionalDouble.of(sorted[0]) : OptionalDouble.empty();
    }

    private static List<Cell> heads(String... texts) {
        return Cell.all(List.of(texts));
    }

    private static Cell cell(Band band, OptionalDouble best) {
        String scatter = band.count() > 1 ? Numbers.text(band.min()) + " to " + Numbers.text(band.max()) : "";
        return new Cell(Numbers.text(band.median()), scatter, best.isPresent() && best.getAsDouble() == band.median());
    }

    /** Says so where only some of the seeds have come that far. */
    private static Cell partial(Cell cell, Band band, MetricCurves group) {
        return band.count() == group.seeds()
                ? cell
                : new Cell(
                        cell.text(),
                        Stream.of(cell.detail(), band.count() + " of " + group.seeds() + " seeds")
                                .filter(text -> !text.isEmpty())
                                .reduce((a, b) -> a + ", " + b)
                                .orElseThrow(),
                        cell.best());
    }

    private static String seeds(RunGroup group) {
        return String.join(
                ", ",
                group.runs().stream().map(run -> Long.toString(run.seed())).toList());
    }

    private static String states(RunGroup group) {
        List<String> states =
                group.runs().stream().map(ReportedRun::state).distinct().toList();
        return states.size() == 1
                ? states.get(0)
                : String.join(
                        ", ",
                        states.stream()
                                .map(state -> group.runs().stream()
                                                .filter(run -> run.state().equals(state))
                                                .count()
                                        + " " + state)
                                .toList());
    }

    private static String integer(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 60) {
            return Numbers.text(seconds) + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
