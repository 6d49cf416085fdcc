package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trained networks answer the user's own arrays, in slices, and inverse solvers improve their answers. */
class InferenceTest {

    private static final int N = 32;
    private static final int EXAMPLES = 5;

    /** Bytes of heap; the smallest in which the program itself starts with room to spare. */
    private static final int HEAP = 64 << 20;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void trainAndObserve() throws Exception {
        String[] unet = {"network.levels=2", "network.filters=4", "batchSize=4", "iterations=3"};
        train("heat", Stream.concat(Stream.of("problem.resolution=32"), Stream.of(unet)));
        train("fluid", Stream.concat(Stream.of("problem.resolution=32"), Stream.of(unet)));
        train("poisson", Stream.concat(Stream.of("problem.nx=32", "problem.ny=32"), Stream.of(unet)));
        train("sine", Stream.of("batchSize=50", "iterations=20"));
        Npy.write(folder.resolve("blobs.npy"), "<f8", false, blobs(0), EXAMPLES, N, N);
        Npy.write(folder.resolve("moved.npy"), "<f8", false, blobs(2), EXAMPLES, N, N);
        Npy.write(folder.resolve("minima.npy"), "<f8", false, new double[] {-1, -1, -1, -1, -1}, EXAMPLES);
        Npy.write(folder.resolve("a.npy"), "<f8", false, new double[] {0.5, 1, 2.5, 4, 9}, EXAMPLES);
    }

    private static void train(String problem, Stream<String> settings) throws Exception {
        List<Object> arguments = new ArrayList<>(
                List.of("run", Product.example(problem + "-quick.json"), "--out", problem, "--set", "threads=1"));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        Product.Result result = Product.run(folder, arguments.toArray());
        assertEquals(0, result.exitCode(), result::toString);
    }

    /** Bumps of width 3 cells, each example's at another place, moved along the second axis. */
    private static double[] blobs(int shift) {
        double[] values = new double[EXAMPLES * N * N];
        for (int i = 0; i < values.length; i++) {
            int example = i / (N * N);
            double dx = i / N % N - 11.5 - example;
            double dy = i % N - 15.5 - shift;
            values[i] = Math.exp(-(dx * dx + dy * dy) / 18);
        }
        return values;
    }

    static Stream<Arguments> refinements() {
        return Stream.of(
                refinement("heat", "heat-inverse", "moved.npy"),
                refinement("poisson", "l-bfgs", "moved.npy"),
                refinement("fluid", "l-bfgs", "moved.npy", "--context", "m0=blobs.npy"),
                refinement("sine", "l-bfgs", "minima.npy", "--context", "a=a.npy"));
    }

    private static Arguments refinement(String problem, String solver, String input, String... context) {
        return Arguments.argumentSet(problem, problem, solver, input, List.of(context));
    }

    @ParameterizedTest
    @MethodSource("refinements")
    void refinementLowersTheResidualOfUnseenObservations(
            String problem, String solver, String input, List<String> context) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("infer", problem, "--input", input, "--batch", 2));
        arguments.addAll(context);
        arguments.addAll(List.of("--refine", solver, "--steps", 2, "--output", problem + "-x.npy"));
        arguments.addAll(List.of("--effects", problem + "-y.npy", "--residuals", problem + ".csv"));

        Product.Result result = Product.run(folder, arguments.toArray());

        assertEquals(0, result.exitCode(), result::toString);
        List<String> table = Files.readAllLines(folder.resolve(problem + ".csv"));
        assertEquals("example,loss_before,residual_before,loss,residual,evaluations,status", table.get(0));
        assertEquals(EXAMPLES + 1, table.size());
        double before = 0;
        double after = 0;
        for (String line : table.subList(1, table.size())) {
            before += Double.parseDouble(line.split(",", -1)[2]);
            after += Double.parseDouble(line.split(",", -1)[4]);
        }
        assertTrue(after < before, table::toString);
        int[] shape = problem.equals("sine") ? new int[] {EXAMPLES} : new int[] {EXAMPLES, N, N};
        double[] y = Npy.read(folder.resolve(problem + "-y.npy"), "<f8", shape);
        double[] observed = Npy.read(folder.resolve(input), "<f8", shape);
        double squares = 0;
        for (int i = 0; i < y.length / EXAMPLES; i++) {
            squares += (y[i] - observed[i]) * (y[i] - observed[i]);
        }
        assertEquals(Double.parseDouble(table.get(1).split(",", -1)[4]), Math.sqrt(squares), 1e-9);
    }

    /** A file of which the Java heap could hold but a small part; what comes out is what came in, example for example. */
    @Test
    void streamsAFileThatIsLargerThanTheMemory() throws Exception {
        int examples = 2 * HEAP / (N * N * 8);
        double[] blobs = blobs(2);
        double[] values = new double[examples * N * N];
        Arrays.setAll(values, i -> blobs[i % blobs.length]);
        Npy.write(folder.resolve("large.npy"), "<f8", false, values, examples, N, N);

        Product.Result result = Product.run(
                folder,
                Map.of("PHYSGRAD_JAVA_OPTS", "-Xmx" + HEAP, "PHYSGRAD_THREADS", "1"),
                "infer",
                "heat",
                "--input",
                "large.npy",
                "--output",
                "large-x.h5",
                "--batch",
                500);

        assertEquals(0, result.exitCode(), result::toString);
        double[] x = dataset("large-x.h5", "/data", examples, N, N);
        assertTrue(Arrays.stream(x, 0, blobs.length).anyMatch(value -> value != 0));
        for (int i = blobs.length; i < x.length; i++) {
            assertEquals(x[i % blobs.length], x[i], 1e-5, "number " + i);
        }
    }

    /** The same observations in other formats get the same answers, bit for bit. */
    @Test
    void formatsOfFilesDoNotMatter() throws Exception {
        double[] moved = blobs(2);
        double[][][] cells = new double[EXAMPLES][N][N];
        for (int i = 0; i < moved.length; i++) {
            cells[i / (N * N)][i / N % N][i % N] = moved[i];
        }
        try (WritableHdfFile file = HdfFile.write(folder.resolve("observed.h5"))) {
            file.putGroup("run").putDataset("y", cells);
            file.putDataset("t", new double[] {0, 1});
        }
        double[] blobs = blobs(0);
        StringBuilder table = new StringBuilder("# marker before the flow\n");
        for (int i = 0; i < blobs.length; i++) {
            table.append(blobs[i]).append((i + 1) % (N * N) == 0 ? '\n' : ',');
        }
        Files.writeString(folder.resolve("blobs.csv"), table);

        infer("moved.npy", "blobs.npy", "formats.npy");
        infer("observed.h5#/run/y", "blobs.csv", "formats.h5#/answers/x");

        double[] expected = Npy.read(folder.resolve("formats.npy"), "<f8", EXAMPLES, N, N, 2);
        assertArrayEquals(expected, dataset("formats.h5", "/answers/x", EXAMPLES, N, N, 2));
    }

    private static void infer(String input, String context, String output) throws Exception {
        Product.Result result = Product.run(
                folder, "infer", "fluid", "--input", input, "--context", "m0=" + context, "--output", output);
        assertEquals(0, result.exitCode(), result::toString);
        assertEquals("", result.err());
    }

    private static double[] dataset(String file, String name, int... shape) {
        try (HdfFile hdf = new HdfFile(folder.resolve(file))) {
            Dataset dataset = hdf.getDatasetByPath(name);
            assertArrayEquals(shape, dataset.getDimensions());
            return (double[]) dataset.getDataFlat();
        }
    }

    @Test
    void refusesWrongInputAndLeavesNoFile() throws Exception {
        double[] values = blobs(0);
        Npy.write(folder.resolve("small.npy"), "<f8", false, new double[64], 1, 8, 8);
        Files.writeString(folder.resolve("short.csv"), "1,2,3\n4,5,6\n");
        Npy.write(folder.resolve("channels.npy"), "<f8", false, new double[2 * N * N], 1, N, N, 2);
        values[2 * N * N + 3] = Double.NaN;
        Npy.write(folder.resolve("nan.npy"), "<f8", false, values, EXAMPLES, N, N);

        refused("small.npy", "[1, 8, 8]", "[batch, 32, 32]");
        refused("channels.npy", "[1, 32, 32, 2]", "[batch, 32, 32]");
        refused("nan.npy", "nan at [2, 0, 3]", "[batch, 32, 32]");
        refused("short.csv", "3 numbers per row", "the observation y* of heat has 32 x 32 = 1024");
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().contains("refused")));
        }
    }

    private static void refused(String input, String... words) throws Exception {
        Product.Result result =
                Product.run(folder, "infer", "heat", "--input", input, "--batch", 1, "--output", "refused.npy");
        assertEquals(6, result.exitCode(), result::toString);
        assertEquals(1, result.errLines().size(), result::toString);
        for (String word : words) {
            assertTrue(result.err().contains(word), () -> "no '" + word + "' in " + result);
        }
    }
}
