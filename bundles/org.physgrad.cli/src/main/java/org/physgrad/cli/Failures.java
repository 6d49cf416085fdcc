package org.physgrad.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.files.FileFailure;
import org.physgrad.files.UnusableArrayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a command that failed: a line for people on standard error, where it happened only for those who asked for more, and an exit code. */
final class Failures implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InvalidExperimentException invalid) {
            invalid.findings().forEach(finding -> command.getErr().println("physgrad: " + finding));
        } else {
            command.getErr().println("physgrad: " + message(failure));
        }
        command.getErr().flush();
        LOG.info("{} failed", command.getCommandName(), failure);
        return exitCode(failure);
    }

    /** Words a failure for people, as a sentence of its own or the end of one. */
    static String message(Exception failure) {
        if (failure instanceof IOException inFile) {
            return FileFailure.describe(inFile);
        }
        if (failure instanceof UncheckedIOException inFile) {
            return FileFailure.describe(inFile.getCause());
        }
        return isForPeople(failure) ? failure.getMessage() : "unexpected failure, see where with --verbose: " + failure;
    }

    /** Whether our code throws such exceptions with a message on input, rather than Java on a mistake in our code. */
    private static boolean isForPeople(Exception failure) {
        return failure.getMessage() != null
                && (failure.getClass().getName().startsWith("org.physgrad.")
                        || failure instanceof IllegalArgumentException
                        || failure instanceof IllegalStateException
                        || failure instanceof ArithmeticException);
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof CommandException known) {
            return known.exitCode();
        }
        if (failure instanceof UnusableArrayException) {
            return ExitCode.INPUT_FILE;
        }
        if (failure instanceof InvalidExperimentException invalid) {
            boolean missing = invalid.findings().stream().allMatch(Finding::missingPart);
            return missing ? ExitCode.MISSING_PLUGIN : ExitCode.INVALID_EXPERIMENT;
        }
        return ExitCode.FAILED;
    }
}
