package org.physgrad.cli;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.Names;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.Phase;
import org.physgrad.engine.training.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures training iterations of the paper's experiments, at full size, with every executor. */
@Command(
        name = "bench",
        description = "Measures the time of training iterations of the paper's experiments, split by phase.")
final class BenchCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PROBLEM", description = "only this problem (default: all)")
    private String problem;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "iterations measured (default: ${DEFAULT-VALUE})",
            defaultValue = "10")
    private int iterations;

    @Option(
            names = "--warm",
            paramLabel = "N",
            description = "iterations before those, not measured (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int warm;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "processor threads (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private int threads;

    @Option(
            names = "--executor",
            paramLabel = "NAME",
            description = "only this executor (default: all that auto chooses from)")
    private String executor;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "replaces a value of the experiments, such as --set problem.nx=64; name the PROBLEM, too")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(names = "--json", description = "print one JSON object per measurement")
    private boolean json;

    BenchCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws IOException {
        requireAtLeast("--iterations", 1, iterations);
        requireAtLeast("--warm", 0, warm);
        requireAtLeast("--threads", 1, threads);
        List<Experiment> experiments =
                experiments(); // all of them, so that what is wrong is said before anything is measured
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.print("seconds per iteration: median (spread = half the distance between the quartiles)");
            out.println("; the phases are medians of wall time");
            out.printf(Locale.ROOT, "%-22s %-11s %18s %18s", "experiment", "executor", "wall", "cpu");
            for (Phase phase : Phase.values()) {
                out.printf(Locale.ROOT, " %9s", phase.name().toLowerCase(Locale.ROOT));
            }
            out.println();
        }
        for (Experiment experiment : experiments) {
            print(out, measure(experiment));
        }
        return ExitCode.DONE;
    }

    private static void requireAtLeast(String option, int least, int value) {
        if (value < least) {
            throw new CommandException(ExitCode.USAGE, option + " is " + value + ", expected at least " + least, null);
        }
    }

    private List<Experiment> experiments() throws IOException {
        ExperimentReader reader = new ExperimentReader(catalog);
        Set<String> problems = new TreeSet<>();
        List<Experiment> experiments = new ArrayList<>();
        for (Path file : files()) {
            String posed = reader.read(file, Map.of()).problem().type();
            problems.add(posed);
            if (problem == null || problem.equals(posed)) {
                for (String name : executors()) {
                    experiments.add(reader.read(file, settings(name)));
                }
            }
        }
        if (problem != null && !problems.contains(problem)) {
            String advice = Names.advice(problem, problems);
            throw new CommandException(
                    ExitCode.USAGE, "no experiment of the paper has the problem '" + problem + "'; " + advice, null);
        }
        return experiments;
    }

    private Map<String, String> settings(String name) {
        Map<String, String> settings = new LinkedHashMap<>(changes);
        settings.put("iterations", Integer.toString(warm + iterations));
        settings.put("threads", Integer.toString(threads));
        settings.put("executor", name);
        return settings;
    }

    private Measurement measure(Experiment experiment) {
        IterationTimes times = new IterationTimes(warm);
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            Ending ending = run.train(times);
            if (ending.kind() == Ending.Kind.DIVERGED) {
                throw new CommandException(
                        ExitCode.DIVERGED,
                        experiment.name() + " diverged and cannot be measured: " + ending.reason(),
                        null);
            }
        }
        return new Measurement(experiment.name(), experiment.executor(), threads, times);
    }

    private void print(PrintWriter out, Measurement measurement) {
        if (json) {
            out.println(new Gson().toJson(measurement.toJson()));
        } else {
            out.println(measurement.toText());
        }
        out.flush();
    }

    private List<String> executors() {
        return executor != null
                ? List.of(executor)
                : catalog.types(Kind.EXECUTOR).stream()
                        .map(PartType::name)
                        .filter(this::isForAuto)
                        .toList();
    }

    private boolean isForAuto(String name) {
        try (Part<NetworkExecutor> part = catalog.create(Kind.EXECUTOR, name, Map.of())) {
            return part.get().rank() >= 0;
        }
    }

    private static List<Path> files() throws IOException {
        Path examples = Path.of(System.getProperty("physgrad.home", "."), "examples");
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(examples, "*-paper*.json")) {
            all.forEach(files::add);
        }
        files.sort(null);
        return files;
    }
}
