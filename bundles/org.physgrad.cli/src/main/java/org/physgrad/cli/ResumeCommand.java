package org.physgrad.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.run.RunSession;
import org.physgrad.files.FileFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with an earlier run from its newest checkpoint. */
@Command(name = "resume", description = "Goes on with a run from its newest checkpoint.")
final class ResumeCommand implements Callable<Integer> {

    private final Catalog catalog;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path path;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "iterations of the whole run (default: as the experiment says)")
    private Integer iterations;

    ResumeCommand(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        try (RunSession session = open()) {
            return options.train(session, catalog);
        }
    }

    private RunSession open() {
        try {
            return RunSession.resume(catalog, path, settings(), this::warn);
        } catch (IOException e) {
            throw new CommandException(ExitCode.INPUT_FILE, FileFailure.describe(e), e);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.INVALID_EXPERIMENT,
                    path + " cannot go on: " + e.getMessage()
                            + "; its experiment.json must name the network that it began with",
                    e);
        }
    }

    private Map<String, String> settings() {
        return iterations == null ? Map.of() : Map.of("iterations", iterations.toString());
    }

    private void warn(Path damaged) {
        spec.commandLine()
                .getErr()
                .println("physgrad: " + damaged + " is damaged; going on from the checkpoint before it");
    }
}
