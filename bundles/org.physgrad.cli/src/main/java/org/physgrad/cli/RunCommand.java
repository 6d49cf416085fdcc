package org.physgrad.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.run.RunSession;
import org.physgrad.files.FileFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains an experiment and leaves a run folder. */
@Command(name = "run", description = "Trains an experiment; leaves its results in a run folder.")
final class RunCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Mixin
    private RunOptions options;

    @Parameters(paramLabel = "FILE", description = "the experiment, a JSON file")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "replaces a value of the file, such as --set problem.resolution=32")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", description = "the run folder (default: a new one under runs/)")
    private Path folderPath;

    RunCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        try (RunSession session = begin(read())) {
            return options.train(session, catalog);
        }
    }

    private Experiment read() {
        if (!Files.isRegularFile(file)) {
            throw new CommandException(ExitCode.INPUT_FILE, "there is no file " + file + "; check the path", null);
        }
        try {
            return new ExperimentReader(catalog).read(file, settings);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, file + " cannot be read: " + FileFailure.reason(e), e);
        }
    }

    private RunSession begin(Experiment experiment) {
        try {
            return folderPath == null
                    ? RunSession.beginUnder(catalog, experiment, Path.of(""))
                    : RunSession.begin(catalog, experiment, folderPath);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, FileFailure.describe(e) + "; choose another folder with --out", e);
        }
    }
}
