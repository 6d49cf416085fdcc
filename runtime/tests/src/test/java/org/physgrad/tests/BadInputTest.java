package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an experiment is said in one line, with the right exit code, before anything is written. */
class BadInputTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> badSettings() {
        return Stream.of(
                bad("unknown key", "problem.resolutoin=32", 3, "problem.resolutoin", "resolution"),
                bad("wrong type", "batchSize=many", 3, "batchSize", "many"),
                bad("out of range", "problem.resolution=0", 3, "problem.resolution", "0"),
                bad("negative learning rate", "optimizer.learningRate=-0.1", 3, "optimizer.learningRate", "-0.1"),
                bad(
                        "solver the problem cannot serve",
                        "training.solver={\"type\":\"newton\"}",
                        3,
                        "newton",
                        "second derivative"),
                bad("unknown problem", "problem={\"type\":\"heta\"}", 4, "problem.type", "heat"),
                bad("unknown network", "network={\"type\":\"unett\"}", 4, "network.type", "unet"));
    }

    private static Arguments bad(String name, String setting, int exitCode, String... words) {
        return Arguments.argumentSet(name, setting, exitCode, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void refusesABadSetting(String setting, int exitCode, List<String> words) throws Exception {
        Product.Result result = runQuick("--set", setting);

        assertOneLine(result, exitCode, words);
        assertNothingWritten();
    }

    @Test
    void saysWhereTheFileIsNoJson() throws Exception {
        Path file =
                Files.writeString(folder.resolve("broken.json"), "{\n  \"name\": \"x\",\n  \"problem\": { \"type\" \n");

        Product.Result result = Product.run(folder, "run", file, "--out", "run");

        assertOneLine(result, 3, List.of("broken.json", "line 4"));
        assertNothingWritten();
    }

    @Test
    void saysThatTheFileIsMissing() throws Exception {
        Product.Result result = Product.run(folder, "run", "nowhere.json", "--out", "run");

        assertOneLine(result, 6, List.of("nowhere.json"));
        assertNothingWritten();
    }

    @Test
    void refusesARunFolderThatCannotBeMade() throws Exception {
        Files.createFile(folder.resolve("file"));

        Product.Result result = Product.run(
                folder, "run", Product.example("heat-quick.json"), "--set", "iterations=1", "--out", "file/run");

        assertOneLine(result, 2, List.of("file", "--out"));
    }

    @Test
    void reportsAllMistakesAtOnce() throws Exception {
        Product.Result result = runQuick("--set", "problem.resolution=0", "--set", "batchSize=0");

        assertEquals(3, result.exitCode(), result::toString);
        assertEquals(2, result.errLines().size(), result::toString);
        assertNothingWritten();
    }

    @Test
    void keepsTheLastGoodCheckpointOfADivergingRun() throws Exception {
        Product.Result result = runQuick(
                "--set",
                "optimizer={\"type\":\"sgd\",\"learningRate\":1e30}",
                "--set",
                "training={\"scheme\":\"unsupervised\"}",
                "--set",
                "iterations=50",
                "--set",
                "checkpointEvery=1");

        assertEquals(5, result.exitCode(), result::toString);
        assertEquals(1, result.errLines().size(), result::toString);
        assertTrue(result.err().contains("learningRate"), result::toString);
        RunFolder run = new RunFolder(folder.resolve("run"));
        assertFalse(run.checkpoints().isEmpty());
        assertEquals(
                "diverged",
                run.events().get(run.events().size() - 1).get("event").getAsString());
    }

    private Product.Result runQuick(String... settings) throws Exception {
        Object[] arguments = Stream.concat(
                        Stream.of("run", Product.example("heat-quick.json"), "--out", "run"), Stream.of(settings))
                .toArray();
        return Product.run(folder, arguments);
    }

    private static void assertOneLine(Product.Result result, int exitCode, List<String> words) {
        assertEquals(exitCode, result.exitCode(), result::toString);
        assertEquals(1, result.errLines().size(), result::toString);
        assertTrue(result.err().startsWith("physgrad: "), result::toString);
        words.forEach(word -> assertTrue(result.err().contains(word), () -> "no '" + word + "' in " + result));
    }

    private void assertNothingWritten() {
        assertFalse(Files.exists(folder.resolve("run")), "a refused experiment leaves no run folder");
    }
}
