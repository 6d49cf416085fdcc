package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product starts, is quiet, and leaves nothing behind. */
class StartTest {

    @TempDir
    private Path folder;

    @Test
    void tellsItsVersion() throws Exception {
        Product.Result result = Product.run(folder, "--version");

        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.out().matches("PhysGrad \\d+\\.\\d+\\.\\d+\\R"), result::toString);
        assertEquals("", result.err());
    }

    @Test
    void listsEveryPartOfTheProduct() throws Exception {
        Product.Result result = Product.run(folder, "list");

        assertEquals(0, result.exitCode(), result::toString);
        List<String[]> parts = result.out()
                .lines()
                .filter(line -> line.matches("  \\S.*"))
                .map(line -> line.strip().split("\\s+", 2))
                .toList();
        parts.forEach(part -> assertEquals(2, part.length, part[0] + " has no description"));
        List<String> names = parts.stream().map(part -> part[0]).toList();
        assertAll(Stream.of(
                        "sine",
                        "poisson",
                        "heat",
                        "sine-inverse",
                        "poisson-inverse",
                        "heat-inverse",
                        "gradient-descent",
                        "newton",
                        "gauss-newton",
                        "l-bfgs",
                        "supervised",
                        "unsupervised",
                        "physical-gradient",
                        "mlp",
                        "unet",
                        "adam",
                        "sgd",
                        "dl4j",
                        "onednn",
                        "onednn-bf16",
                        "cuda")
                .map(name -> () -> assertTrue(names.contains(name), name + " is not in " + names)));
    }

    @Test
    void describesAPartWithItsParameters() throws Exception {
        Product.Result result = Product.run(folder, "describe", "heat");

        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.out().contains("resolution = 64"), result::toString);
        assertTrue(result.out().contains("diffusion = 8"), result::toString);
    }

    @Test
    void tellsWhatAnExecutorFoundOnThisMachine() throws Exception {
        List<String> ofCuda = linesOfMachine("describe", "cuda");
        List<String> ofBfloat16 = linesOfMachine("describe", "onednn-bf16");
        assertEquals(1, ofCuda.size());
        assertEquals(1, ofBfloat16.size());
        assertEquals(List.of(ofCuda.get(0), ofBfloat16.get(0)), linesOfMachine("list"));
    }

    private List<String> linesOfMachine(Object... command) throws Exception {
        Product.Result result = Product.run(folder, command);
        assertEquals(0, result.exitCode(), result::toString);
        return result.out()
                .lines()
                .map(String::strip)
                .filter(StartTest::tellsOfMachine)
                .toList();
    }

    private static boolean tellsOfMachine(String line) {
        return line.startsWith("uses ") || line.startsWith("not usable here: ");
    }

    @Test
    void explainsWrongUsage() throws Exception {
        Product.Result result = Product.run(folder, "trian", "x.json");

        assertEquals(2, result.exitCode(), result::toString);
        assertTrue(result.err().contains("trian"), result::toString);
        assertEquals("", result.out());
    }

    @Test
    void removesTheStorageOfItsFramework() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));

        Product.Result result = Product.run(
                folder, Map.of("PHYSGRAD_JAVA_OPTS", "-XX:-UsePerfData -Djava.io.tmpdir=" + temporary), "--version");

        assertEquals(0, result.exitCode(), result::toString);
        assertEquals(List.of(), children(temporary));
    }

    @Test
    void saysWhichBundleMissesWhat() throws Exception {
        Path features = Product.HOME.resolve("features");
        Path core = folder.resolve("core.json");
        String whole = Files.readString(features.resolve("org.physgrad.core.json"));
        Files.writeString(core, whole.replaceFirst("\\{ \"id\": \"org.physgrad:org.physgrad.math:[^}]*},", ""));
        Path product = folder.resolve("broken.product");
        Files.write(
                product,
                List.of(
                        features.resolve("org.physgrad.platform.json").toString(),
                        features.resolve("org.physgrad.ml.json").toString(),
                        core.toString()));

        Product.Result result = Product.run(
                folder, Map.of("PHYSGRAD_JAVA_OPTS", "-Dphysgrad.product=" + folder.resolve("broken")), "--version");

        assertEquals(1, result.exitCode(), result::toString);
        assertTrue(
                result.errLines().stream()
                        .anyMatch(line -> line.contains("org.physgrad.problem.heat")
                                && line.contains("package=org.physgrad.math)")),
                result::toString);
    }

    @Test
    void refusesAnUnusableCache() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        Product.Result result = Product.run(folder, Map.of("PHYSGRAD_CACHE", file.toString()), "--version");

        assertEquals(1, result.exitCode(), result::toString);
        assertEquals(1, result.errLines().size(), result::toString);
        assertTrue(result.err().contains("PHYSGRAD_CACHE"), result::toString);
    }

    @Test
    void keepsTheNumericsLibrariesOffTheSystemClassPath() throws IOException {
        List<String> jars = children(Product.HOME.resolve("launcher"));

        assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("org.apache.felix.framework")), jars::toString);
        assertTrue(
                jars.stream().noneMatch(jar -> jar.matches("(?i).*(nd4j|deeplearning4j|javacpp|openblas).*")),
                jars::toString);
    }

    private static List<String> children(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
