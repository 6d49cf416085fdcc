package org.physgrad.sweeps;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What the runs of a sweep say so far: median and scatter over seeds, by group. */
public final class Summary {

    private static final int CURVE_POINTS = 400;

    private final Sweep sweep;
    private final Map<String, List<Curves>> groups = new LinkedHashMap<>();
    private final Map<String, Curves> byJob = new LinkedHashMap<>();

    private Summary(Sweep sweep) {
        this.sweep = sweep;
    }

    /**
     * Reads all that was measured. A run counts up to where it is; one that diverged is infinitely bad from there on.
     *
     * @param sweep the sweep
     * @param folder its folder
     * @return the summary
     * @throws IOException if a run cannot be read
     */
    public static Summary of(Sweep sweep, SweepFolder folder) throws IOException {
        Summary summary = new Summary(sweep);
        for (Job job : sweep.jobs()) {
            if (Files.exists(folder.run(job).resolve("metrics.csv"))) {
                Curves curves = Curves.read(folder.run(job), folder.state(job) == JobState.DIVERGED);
                if (curves.iterations() > 0) {
                    summary.groups
                            .computeIfAbsent(job.group(), group -> new ArrayList<>())
                            .add(curves);
                    summary.byJob.put(job.name(), curves);
                }
            }
        }
        return summary;
    }

    /** Names of the groups with at least one run. */
    public List<String> groups() {
        return List.copyOf(groups.keySet());
    }

    /** The runs of a group. */
    public List<Curves> runs(String group) {
        return groups.getOrDefault(group, List.of());
    }

    /** The run of one job; empty if it has no iteration yet. */
    public Optional<Curves> run(Job job) {
        return Optional.ofNullable(byJob.get(job.name()));
    }

    /** The most iterations that a run of a group has. */
    public int iterations(String group) {
        return runs(group).stream().mapToInt(Curves::iterations).max().orElse(0);
    }

    /**
     * The scatter over those seeds whose run has come to an iteration.
     *
     * @param group the group
     * @param metric name of a column
     * @param iteration the iteration, at most {@link #iterations}
     * @param window iterations of the trailing mean
     * @return median and band
     */
    public Band band(String group, String metric, int iteration, int window) {
        return Band.of(runs(group).stream()
                .filter(run -> run.reaches(iteration))
                .mapToDouble(run -> run.trailingMean(metric, iteration, window))
                .toArray());
    }

    /**
     * Writes {@code summary.csv} and {@code curves/GROUP.csv}.
     *
     * @param folder the sweep's folder
     * @throws IOException if they cannot be written
     */
    public void write(SweepFolder folder) throws IOException {
        StringBuilder table =
                new StringBuilder("group,iteration,metric,seeds,median,min,lower_quartile,upper_quartile,max\n");
        for (String group : groups()) {
            for (int iteration : chosen(group)) {
                for (String metric : runs(group).get(0).names()) {
                    Band band = band(group, metric, iteration, sweep.window());
                    table.append(String.join(",", group, "" + iteration, metric, "" + band.count()))
                            .append("," + band.median() + "," + band.min() + "," + band.lower() + "," + band.upper()
                                    + "," + band.max() + "\n");
                }
            }
            folder.write("curves/" + group + ".csv", curve(group));
        }
        folder.write("summary.csv", table.toString());
    }

    private NavigableSet<Integer> chosen(String group) {
        int last = iterations(group);
        NavigableSet<Integer> chosen = new TreeSet<>(sweep.at());
        if (chosen.isEmpty()) {
            for (int power = 10; power < last; power *= 10) {
                chosen.add(power);
            }
        }
        chosen.removeIf(iteration -> iteration > last);
        chosen.add(last);
        return chosen;
    }

    private String curve(String group) {
        List<String> metrics = runs(group).get(0).names();
        StringBuilder table = new StringBuilder("iteration");
        metrics.forEach(metric -> table.append("," + metric + "_median," + metric + "_min," + metric + "_max"));
        table.append('\n');
        for (int iteration : logarithmic(iterations(group))) {
            table.append(iteration);
            for (String metric : metrics) {
                Band band = band(group, metric, iteration, sweep.window());
                table.append("," + band.median() + "," + band.min() + "," + band.max());
            }
            table.append('\n');
        }
        return table.toString();
    }

    /**
     * Iterations that are evenly spaced on a logarithmic axis.
     *
     * @param last the last one
     * @return at most a few hundred, from 1 to the last
     */
    public static NavigableSet<Integer> logarithmic(int last) {
        NavigableSet<Integer> points = new TreeSet<>();
        for (int i = 0; i <= CURVE_POINTS; i++) {
            points.add((int) Math.round(Math.pow(last, (double) i / CURVE_POINTS)));
        }
        return points;
    }
}
