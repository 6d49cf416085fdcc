package org.physgrad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.engine.run.RunSession;
import org.physgrad.engine.training.Ending;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that train have in common: how they report, and how an ending becomes an exit code. */
final class RunOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "print one JSON object per event")
    private boolean json;

    @Option(
            names = "--control",
            description = {
                "obey lines of standard input while training: pause, proceed, cancel, set path=value,",
                "or any other command, such as plugin install FILE"
            })
    private boolean control;

    /** Trains to the end, or until the process is asked to stop. */
    int train(RunSession session, Catalog catalog) throws Exception {
        if (control) {
            CommandLine root = spec.commandLine().getCommandSpec().root().commandLine();
            new Control(session, new ExperimentReader(catalog), root).follow(System.in);
        }
        return CancelOnShutdown.during(session.run(), () -> record(session));
    }

    private int record(RunSession session) {
        RunReporter reporter = reporter(session.experiment());
        Path path = session.folder().path();
        reporter.opened(path);
        try {
            Ending ending = session.train(reporter);
            reporter.ended(ending, path);
            return exitCode(ending, session.folder());
        } catch (IOException e) {
            throw new CommandException(ExitCode.FAILED, Failures.message(e), e);
        } catch (RuntimeException e) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the run failed: " + Failures.message(e) + "; more is in "
                            + session.folder().events(),
                    e);
        }
    }

    private RunReporter reporter(Experiment experiment) {
        PrintWriter out = spec.commandLine().getOut();
        boolean terminal = Boolean.getBoolean("physgrad.terminal");
        return json ? new JsonReporter(out) : new TextReporter(out, terminal, experiment);
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
