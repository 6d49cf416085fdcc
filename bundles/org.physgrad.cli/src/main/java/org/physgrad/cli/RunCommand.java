package org.physgrad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.engine.run.RunRecorder;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains an experiment and leaves a run folder. */
@Command(name = "run", description = "Trains an experiment; leaves its results in a run folder.")
final class RunCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the experiment, a JSON file")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "replaces a value of the file, such as --set problem.resolution=32")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", description = "the run folder (default: a new one under runs/)")
    private Path folderPath;

    @Option(names = "--json", description = "print one JSON object per event")
    private boolean json;

    RunCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        Experiment experiment = read();
        try (TrainingRun run = TrainingRun.bind(catalog, experiment)) {
            RunFolder folder = createFolder(experiment);
            return CancelOnShutdown.during(run, () -> train(run, experiment, folder));
        }
    }

    private int train(TrainingRun run, Experiment experiment, RunFolder folder) throws IOException {
        RunReporter reporter = reporter(experiment);
        reporter.opened(folder.path());
        try (RunRecorder recorder = new RunRecorder(folder)) {
            try {
                Ending ending = run.train(new Listeners(recorder, reporter));
                recorder.ended(ending);
                reporter.ended(ending, folder.path());
                return exitCode(ending, folder);
            } catch (RuntimeException e) {
                recorder.failed(e);
                throw new CommandException(
                        ExitCode.FAILED, "the run failed: " + e.getMessage() + "; more is in " + folder.events(), e);
            }
        }
    }

    private RunReporter reporter(Experiment experiment) {
        PrintWriter out = spec.commandLine().getOut();
        boolean terminal = Boolean.getBoolean("physgrad.terminal");
        return json ? new JsonReporter(out) : new TextReporter(out, terminal, experiment);
    }

    private Experiment read() {
        if (!Files.isRegularFile(file)) {
            throw new CommandException(ExitCode.INPUT_FILE, "there is no file " + file + "; check the path", null);
        }
        try {
            return new ExperimentReader(catalog).read(file, settings);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private RunFolder createFolder(Experiment experiment) {
        try {
            Path path = folderPath != null ? folderPath : RunFolder.choose(Path.of(""), experiment.name());
            return RunFolder.create(path, experiment);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
        }
    }

    private int exitCode(Ending ending, RunFolder folder) {
        return switch (ending.kind()) {
            case DONE -> ExitCode.DONE;
            case CANCELLED -> ExitCode.CANCELLED;
            case DIVERGED -> {
                spec.commandLine()
                        .getErr()
                        .println("physgrad: the run diverged: " + ending.reason()
                                + "; lower optimizer.learningRate or set training.clip; the last good checkpoint is in "
                                + folder.checkpoints());
                yield ExitCode.DIVERGED;
            }
        };
    }
}
