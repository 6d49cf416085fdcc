package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that work on the user's own arrays. */
class ArrayCommandsTest {

    private static final int N = 16;

    @TempDir
    private Path folder;

    @Test
    void adjointAndSimulationAreTransposed() throws Exception {
        double[] x = gaussian(2 * N * N, 1);
        double[] w = gaussian(2 * N * N, 2);
        Npy.write(folder.resolve("x.npy"), "<f8", false, x, 2, N, N);
        Npy.write(folder.resolve("w.npy"), "<f8", false, w, 2, N, N);

        assertDone(Product.run(
                folder, "simulate", "heat", "--set", "resolution=16", "--input", "x.npy", "--output", "y.npy"));
        assertDone(Product.run(
                folder,
                "adjoint",
                "heat",
                "--set",
                "resolution=16",
                "--input",
                "x.npy",
                "--cotangent",
                "w.npy",
                "--output",
                "dx.npy"));

        double[] y = Npy.read(folder.resolve("y.npy"), "<f8", 2, N, N);
        double[] dx = Npy.read(folder.resolve("dx.npy"), "<f8", 2, N, N);
        assertEquals(dot(w, y), dot(dx, x), 1e-10 * Math.abs(dot(w, y)));
        assertEquals(Arrays.stream(x).sum(), Arrays.stream(y).sum(), 1e-10, "diffusion keeps the sum");
    }

    /** The same array in the other order and in single precision gives the same effect, in single precision. */
    @Test
    void orderAndPrecisionOfTheInputDoNotMatter() throws Exception {
        float[] x = new float[N * N];
        double[] wide = gaussian(N * N, 3);
        double[] fortran = new double[N * N];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) wide[i];
            wide[i] = x[i];
            fortran[i % N * N + i / N] = x[i];
        }
        Npy.write(folder.resolve("c.npy"), "<f8", false, wide, 1, N, N);
        Npy.write(folder.resolve("f.npy"), "<f4", true, fortran, 1, N, N);

        assertDone(Product.run(
                folder, "simulate", "heat", "--set", "resolution=16", "--input", "c.npy", "--output", "yc.npy"));
        assertDone(Product.run(
                folder, "simulate", "heat", "--set", "resolution=16", "--input", "f.npy", "--output", "yf.npy"));

        double[] expected = Npy.read(folder.resolve("yc.npy"), "<f8", 1, N, N);
        double[] found = Npy.read(folder.resolve("yf.npy"), "<f4", 1, N, N);
        assertArrayEquals(expected, found, 1e-6);
    }

    @Test
    void invertsAndTraces() throws Exception {
        Npy.write(folder.resolve("a.npy"), "<f8", false, new double[] {1, 2, 3}, 3);
        Npy.write(folder.resolve("x0.npy"), "<f8", false, new double[] {0.3, 0.6, 0.4}, 3);
        Npy.write(folder.resolve("y.npy"), "<f8", false, new double[] {-1, -1, -1}, 3);

        Product.Result result = Product.run(
                folder,
                "invert",
                "sine",
                "--solver",
                "l-bfgs",
                "--solver-set",
                "iterations=20",
                "--target",
                "y.npy",
                "--initial",
                "x0.npy",
                "--context",
                "a=a.npy",
                "--output",
                "x.npy",
                "--trace",
                "t.csv");

        assertDone(result);
        assertTrue(result.out().contains("examples: ") && !result.out().contains("diverged"), result::toString);
        double[] x = Npy.read(folder.resolve("x.npy"), "<f8", 3);
        for (int example = 0; example < 3; example++) {
            assertEquals(-1, Math.sin((example + 1) / x[example]), 1e-9);
        }
        List<String> trace = Files.readAllLines(folder.resolve("t.csv"));
        assertEquals("step,evaluation,mean,example_0,example_1,example_2", trace.get(0));
        double[] first = numbers(trace.get(1));
        double[] last = numbers(trace.get(trace.size() - 1));
        assertEquals(Math.sin(1 / 0.3) + 1, first[3], 1e-12);
        assertTrue(trace.size() > 4, "l-bfgs evaluates several times");
        assertTrue(last[2] < 1e-9 && last[2] < first[2], result::toString);
    }

    static Stream<Arguments> badInputs() {
        return Stream.of(
                bad("wrong size", "small.npy", "[1, 8, 8]", "[batch, 16, 16]"),
                bad("wrong rank", "single.npy", "[16, 16]", "[batch, 16, 16]", "batch axis"),
                bad("not a number", "nan.npy", "nan at [0, 1, 2]", "[batch, 16, 16]"),
                bad("truncated", "cut.npy", "truncated", "[1, 16, 16]", "[batch, 16, 16]"),
                bad("another format", "text.npy", "is not an .npy file", "[batch, 16, 16]"),
                bad("objects", "objects.npy", "objects", "never loaded"),
                bad("missing", "nowhere.npy", "does not exist"));
    }

    private static Arguments bad(String name, String file, String... words) {
        return Arguments.argumentSet(name, file, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void refusesABadArray(String file, List<String> words) throws Exception {
        Npy.write(folder.resolve("small.npy"), "<f8", false, gaussian(64, 1), 1, 8, 8);
        Npy.write(folder.resolve("single.npy"), "<f8", false, gaussian(N * N, 1), N, N);
        double[] values = gaussian(N * N, 1);
        Npy.write(folder.resolve("x.npy"), "<f8", false, values, 1, N, N);
        byte[] whole = Files.readAllBytes(folder.resolve("x.npy"));
        Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, whole.length - 9));
        values[N + 2] = Double.NaN;
        Npy.write(folder.resolve("nan.npy"), "<f8", false, values, 1, N, N);
        Files.writeString(folder.resolve("text.npy"), "1 2 3\n");
        Npy.write(folder.resolve("objects.npy"), "|O", false, values, 1, N, N);

        Product.Result result = Product.run(
                folder, "simulate", "heat", "--set", "resolution=16", "--input", file, "--output", "bad.npy");

        assertRefused(result, 6, words);
        assertTrue(result.err().contains(file), result::toString);
    }

    @Test
    void refusesAMissingContext() throws Exception {
        Npy.write(folder.resolve("x.npy"), "<f8", false, new double[] {1, 2}, 2);

        assertRefused(
                Product.run(folder, "simulate", "sine", "--input", "x.npy", "--output", "bad.npy"),
                6,
                List.of("'a'", "[batch]", "--context a=FILE.npy"));
    }

    @Test
    void refusesBatchesThatDiffer() throws Exception {
        Npy.write(folder.resolve("x.npy"), "<f8", false, new double[] {1, 2}, 2);
        Npy.write(folder.resolve("a.npy"), "<f8", false, new double[] {1, 2, 3}, 3);

        assertRefused(
                Product.run(
                        folder, "simulate", "sine", "--input", "x.npy", "--context", "a=a.npy", "--output", "bad.npy"),
                6,
                List.of("x.npy", "[2]", "a.npy", "[3]", "batch"));
    }

    @Test
    void refusesASolverThatCannotServe() throws Exception {
        Npy.write(folder.resolve("y.npy"), "<f8", false, gaussian(N * N, 1), 1, N, N);

        assertRefused(
                Product.run(
                        folder,
                        "invert",
                        "heat",
                        "--set",
                        "resolution=16",
                        "--solver",
                        "newton",
                        "--target",
                        "y.npy",
                        "--output",
                        "bad.npy"),
                3,
                List.of("newton", "second derivatives", "l-bfgs"));
    }

    @Test
    void checksPartsOfSeveralKinds() throws Exception {
        Product.Result problem = Product.run(folder, "check", "heat", "--set", "resolution=16", "--directions", "2");
        assertDone(problem);
        assertTrue(problem.out().contains("relative error"), problem::toString);
        assertTrue(problem.out().endsWith("heat: passed" + System.lineSeparator()), problem::toString);

        Product.Result solver = Product.run(folder, "check", "sine-inverse");
        assertDone(solver);
        assertTrue(solver.out().contains("heat: refused because"), solver::toString);

        Product.Result scheme = Product.run(folder, "check", "physical-gradient", "--problem", "sine");
        assertDone(scheme);
        assertTrue(scheme.out().startsWith("sine with "), scheme::toString);

        Product.Result executor = Product.run(folder, "check", "onednn");
        assertDone(executor);
        assertTrue(executor.out().contains("passed  convolutions: gradients are DL4J's"), executor::toString);

        assertRefused(Product.run(folder, "check", "heta"), 4, List.of("heta", "did you mean 'heat'"));
    }

    private static void assertDone(Product.Result result) {
        assertEquals(0, result.exitCode(), result::toString);
        assertEquals("", result.err());
    }

    private void assertRefused(Product.Result result, int exitCode, List<String> words) throws IOException {
        assertEquals(exitCode, result.exitCode(), result::toString);
        assertEquals(1, result.errLines().size(), result::toString);
        words.forEach(word -> assertTrue(result.err().contains(word), () -> word + " is not in " + result));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(
                    files.map(path -> path.getFileName().toString())
                            .noneMatch(name -> name.startsWith("bad") || name.endsWith(".part")),
                    "a partial output was left");
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] gaussian(int count, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
