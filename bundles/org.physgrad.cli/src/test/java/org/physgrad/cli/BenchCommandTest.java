package org.physgrad.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.physgrad.engine.catalog.ClassPathCatalog;
import picocli.CommandLine;

/** What bench measures, and what it refuses before it measures anything. */
class BenchCommandTest {

    private static final String HOME = "physgrad.home";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String homeBefore;

    @BeforeEach
    void makeHome(@TempDir Path home) throws IOException {
        Files.writeString(Files.createDirectory(home.resolve("examples")).resolve("sine-paper.json"), """
                { "name": "sine-paper", "problem": { "type": "sine" }, "network": { "type": "mlp", "hidden": [3] }, "training": { "scheme": "unsupervised" },
                  "optimizer": { "type": "sgd" }, "batchSize": 10 }
                """);
        homeBefore = System.getProperty(HOME, "");
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void restoreHome() {
        System.setProperty(HOME, homeBefore);
    }

    @Test
    void measuresEachExecutor() {
        assertEquals(ExitCode.DONE, bench("sine", "--iterations", "2", "--warm", "1"), err::toString);
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("sine-paper +dl4j .*")), out::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "sin,                   2, no experiment of the paper has the problem 'sin'; did you mean 'sine'?",
        "--executor dl4,        4, did you mean 'dl4j'?",
        "sine --iterations 0,   2, '--iterations is 0, expected at least 1'",
        "sine --warm -1,        2, '--warm is -1, expected at least 0'",
        "sine --threads 0,      2, '--threads is 0, expected at least 1'"
    })
    void refusesWhatCannotBeMeasured(String arguments, int exitCode, String message) {
        assertEquals(exitCode, bench(arguments.split(" ")), err::toString);
        assertEquals("", out.toString());
        assertTrue(err.toString().contains(message), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }

    @Test
    void saysThatWhatDivergesCannotBeMeasured() {
        int code = bench("sine", "--iterations", "50", "--set", "optimizer.learningRate=1e308");
        assertEquals(ExitCode.DIVERGED, code, err::toString);
        assertTrue(err.toString().contains("sine-paper diverged"), err::toString);
    }

    private int bench(String... arguments) {
        CommandLine line =
                new CommandLine(new BenchCommand(ClassPathCatalog.of(getClass().getClassLoader())));
        line.setExecutionExceptionHandler(new Failures());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }
}
