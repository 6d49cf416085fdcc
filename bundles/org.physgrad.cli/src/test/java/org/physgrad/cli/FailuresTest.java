package org.physgrad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.files.UnusableArrayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Whatever a command throws becomes a line for people and an exit code. */
class FailuresTest {

    static Stream<Arguments> failures() {
        IOException full = new FileSystemException("y.npy", null, "No space left on device");
        return Stream.of(
                argumentSet("of a command", new CommandException(2, "choose another", null), 2, "choose another"),
                argumentSet("array", new UnusableArrayException("x.npy is empty"), 6, "x.npy is empty"),
                argumentSet(
                        "experiment",
                        new InvalidExperimentException(List.of(new Finding("seed", "is too large", false))),
                        3,
                        "seed: is too large"),
                argumentSet("part", new PartException("heat cannot start", null), 1, "heat cannot start"),
                argumentSet("argument", new IllegalArgumentException("it does not fit"), 1, "it does not fit"),
                argumentSet("numerics", new ArithmeticException("did not converge"), 1, "did not converge"),
                argumentSet("full disk", full, 1, "y.npy: No space left on device"),
                argumentSet("in a stream", new UncheckedIOException(full), 1, "y.npy: No space left on device"),
                argumentSet("no file", new NoSuchFileException("a.json"), 1, "a.json: there is no such file or folder"),
                argumentSet("secret file", new AccessDeniedException("a.json"), 1, "a.json: permission denied"),
                argumentSet(
                        "mistake in our code",
                        new ArrayIndexOutOfBoundsException("Index 0 out of bounds"),
                        1,
                        "unexpected failure, see where with --verbose: "
                                + "java.lang.ArrayIndexOutOfBoundsException: Index 0 out of bounds"),
                argumentSet(
                        "failure without a word",
                        new IllegalStateException(),
                        1,
                        "unexpected failure, see where with --verbose: java.lang.IllegalStateException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void areOneLineEach(Exception failure, int exitCode, String message) {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Failing(failure));
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler(new Failures());

        assertEquals(exitCode, line.execute());
        assertEquals(List.of("physgrad: " + message), err.toString().lines().toList());
    }

    /** A command that does nothing else. */
    @Command(name = "fail")
    private record Failing(Exception failure) implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }
}
