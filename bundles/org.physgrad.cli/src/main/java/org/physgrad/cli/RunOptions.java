package org.physgrad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.engine.run.RunRecorder;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.TrainingRun;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that train have in common: how they report, and how an ending becomes an exit code. */
final class RunOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "print one JSON object per event")
    private boolean json;

    /** Makes the files of a run ready for writing. */
    interface RecorderFactory {
        RunRecorder open() throws IOException;
    }

    /** Trains to the end, or until the process is asked to stop. */
    int train(TrainingRun run, Experiment experiment, RunFolder folder, RecorderFactory files) throws Exception {
        return CancelOnShutdown.during(run, () -> record(run, experiment, folder, files));
    }

    private int record(TrainingRun run, Experiment experiment, RunFolder folder, RecorderFactory files)
            throws IOException {
        RunReporter reporter = reporter(experiment);
        reporter.opened(folder.path());
        try (RunRecorder recorder = files.open()) {
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
