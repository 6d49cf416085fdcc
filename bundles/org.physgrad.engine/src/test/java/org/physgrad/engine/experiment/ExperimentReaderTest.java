package org.physgrad.engine.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.catalog.ClassPathCatalog;

class ExperimentReaderTest {

    private static final String GOOD = """
            { "name": "test",
              "problem": { "type": "heat", "resolution": 16 },
              "network": { "type": "unet" },
              "training": { "scheme": "physical-gradient", "solver": { "type": "heat-inverse" } },
              "optimizer": { "type": "adam" },
              "batchSize": 4, "iterations": 3 }
            """;

    private final ExperimentReader reader =
            new ExperimentReader(ClassPathCatalog.of(ExperimentReaderTest.class.getClassLoader()));

    @TempDir
    private Path folder;

    @Test
    void fillsDefaultsIn() throws IOException {
        Experiment experiment = read(GOOD, Map.of());
        assertEquals(16L, experiment.problem().values().get("resolution"));
        assertEquals(8.0, experiment.problem().values().get("diffusion"));
        assertEquals(1L, experiment.training().scheme().values().get("steps"));
        assertEquals(
                "heat-inverse", experiment.training().solver().orElseThrow().type());
        assertEquals(Experiment.AUTO, experiment.executor());
    }

    @Test
    void readsBackWhatTheWriterWrites() throws IOException {
        Experiment experiment = read(GOOD, Map.of());
        assertEquals(experiment, read(ExperimentWriter.write(experiment), Map.of()));
    }

    @Test
    void settingsReplaceValuesByPath() throws IOException {
        Experiment experiment = read(GOOD, Map.of("problem.resolution", "32", "name", "other", "training.clip", "0.5"));
        assertEquals(32L, experiment.problem().values().get("resolution"));
        assertEquals("other", experiment.name());
        assertEquals(0.5, experiment.training().clip());
    }

    @Test
    void whereTextStopsBeingJsonIsSaidWithoutAdviceForProgrammers() {
        for (String text : List.of("{ name: 1 }", "{ 'name': 1 }", "{ /* comment */ }")) {
            InvalidExperimentException e =
                    assertThrows(InvalidExperimentException.class, () -> JsonFile.parse(text), text);
            assertEquals("The text is not JSON: it is malformed at line 1 column 4", e.getMessage());
        }
    }

    @Test
    void whatFollowsTheEndIsRefused() {
        for (String more : List.of("garbage", "{}", ",", "1")) {
            InvalidExperimentException e =
                    assertThrows(InvalidExperimentException.class, () -> read(GOOD + more, Map.of()), more);
            assertTrue(e.getMessage().contains("is not JSON: there is text after its end"), e.getMessage());
        }
        InvalidExperimentException e =
                assertThrows(InvalidExperimentException.class, () -> read(GOOD, Map.of("batchSize", "32 64")));
        assertTrue(e.getMessage().contains("batchSize: is \"32 64\""), e.getMessage());
    }

    @Test
    void aMissingTypeIsAskedForInEnglish() {
        InvalidExperimentException e = assertThrows(
                InvalidExperimentException.class, () -> read(GOOD.replace("\"type\": \"adam\"", ""), Map.of()));
        assertTrue(
                e.getMessage().contains("optimizer.type: is missing, expected the name of an installed optimizer"),
                e.getMessage());
    }

    @Test
    void tellsEveryErrorAtOnce() {
        List<Finding> findings = findings(GOOD.replace("\"resolution\": 16", "\"resolutoin\": 16")
                .replace("\"batchSize\": 4", "\"batchSize\": -4")
                .replace("\"iterations\": 3", "\"iterations\": \"three\"")
                .replace("adam", "adma"));
        assertEquals(4, findings.size(), findings.toString());
        assertMentions(findings, "problem.resolutoin", "did you mean 'resolution'?");
        assertMentions(findings, "batchSize", "1 to 1000000", "-4");
        assertMentions(findings, "iterations", "\"three\"", "integer");
        assertMentions(findings, "optimizer.type", "did you mean 'adam'?");
        assertTrue(findings.stream().anyMatch(Finding::missingPart));
    }

    @Test
    void refusesANumberOutsideItsRange() {
        List<Finding> findings = findings(GOOD.replace("\"resolution\": 16", "\"resolution\": 0"));
        assertMentions(findings, "problem.resolution", "0", "to");
        assertFalse(findings.get(0).missingPart());
    }

    @Test
    void refusesAFractionWhereAnIntegerBelongs() {
        assertMentions(findings(GOOD.replace("\"batchSize\": 4", "\"batchSize\": 4.5")), "batchSize", "4.5", "integer");
    }

    @Test
    void saysWhatIsMissing() {
        List<Finding> findings = findings("{}");
        for (String path : List.of("problem.type", "network.type", "training.scheme", "optimizer.type")) {
            assertMentions(findings, path, "is missing");
        }
    }

    @Test
    void saysWhereJsonIsMalformed() {
        List<Finding> findings = findings("{ \"name\": \"x\",, }");
        assertEquals(1, findings.size());
        assertTrue(findings.get(0).message().contains("line 1"), findings.toString());
        assertFalse(findings.get(0).message().contains("Exception"), findings.toString());
    }

    @Test
    void readsBackWhichFilesItTrainsWith() throws IOException {
        Experiment experiment = read(
                withData("{ \"effect\": \"a/y.npy\", \"context\": { \"m0\": \"/b/m0.npy\" } }"),
                Map.of("data.validation", "0.2"));
        DataSpec data = experiment.data().orElseThrow();
        assertEquals(
                folder.toAbsolutePath().resolve("a/y.npy").toString(), data.effect(), "relative to the experiment");
        assertEquals(Map.of("m0", "/b/m0.npy"), data.context());
        assertEquals(0.2, data.validation());
        assertEquals(100, data.validateEvery());
        assertEquals(experiment, read(ExperimentWriter.write(experiment), Map.of()));
        assertFalse(ExperimentWriter.write(read(GOOD, Map.of())).contains("data"));
    }

    @Test
    void refusesMistakesInDataByPath() {
        List<Finding> findings = findings(withData(
                "{ \"efect\": \"y.npy\", \"validation\": 1, \"validateEvery\": 0, \"context\": { \"m0\": 3 } }"));
        assertMentions(findings, "data.efect", "did you mean 'effect'?");
        assertMentions(findings, "data.effect", "is missing", "y.npy");
        assertMentions(findings, "data.validation", "0 to 0.9");
        assertMentions(findings, "data.validateEvery", "1 to");
        assertMentions(findings, "data.context.m0", "3", "text");
        assertMentions(findings(withData("{ \"effect\": \"a\\u0000b.npy\" }")), "data.effect", "is no path");
        assertMentions(findings(withData("3")), "data", "expected an object");
    }

    private static String withData(String data) {
        return GOOD.replace("\"iterations\": 3", "\"iterations\": 3, \"data\": " + data);
    }

    @Test
    void refusesASettingBelowAPlainValue() {
        InvalidExperimentException e =
                assertThrows(InvalidExperimentException.class, () -> read(GOOD, Map.of("name.first", "1")));
        assertTrue(e.getMessage().contains("name.first"), e.getMessage());
    }

    private Experiment read(String json, Map<String, String> settings) throws IOException {
        return reader.read(Files.writeString(folder.resolve("experiment.json"), json), settings);
    }

    private List<Finding> findings(String json) {
        return assertThrows(InvalidExperimentException.class, () -> read(json, Map.of()))
                .findings();
    }

    private static void assertMentions(List<Finding> findings, String path, String... words) {
        Finding finding = findings.stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing about " + path + " in " + findings));
        for (String word : words) {
            assertTrue(finding.message().contains(word), finding + " should mention " + word);
        }
    }
}
