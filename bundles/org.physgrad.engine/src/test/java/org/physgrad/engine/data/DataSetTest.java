package org.physgrad.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.files.NumpyFiles;
import org.physgrad.files.Sha256;
import org.physgrad.math.Values;

class DataSetTest {

    private static final String BOTH = "{ \"effect\": \"y.npy\", \"cause\": \"x.npy\" }";
    private static final long NO_MEMORY = 0;
    private static final long MUCH_MEMORY = 1L << 30;

    @TempDir
    private Path folder;

    private Part<Problem> problem;

    @BeforeEach
    void write() throws IOException {
        problem = HeatFiles.problem();
        HeatFiles.write(folder);
    }

    @AfterEach
    void close() {
        problem.close();
    }

    @Test
    void batchesHoldTheExamplesOfTheirIndices() {
        Experiment experiment = HeatFiles.experiment(folder, BOTH);
        Batch all = HeatFiles.draw(problem.get());
        Split split = Split.of(HeatFiles.EXAMPLES, 0.1, experiment.seed());
        int[] indices = new Epochs(split.training(), experiment.batchSize(), experiment.seed()).batch(4);
        for (long memory : new long[] {NO_MEMORY, MUCH_MEMORY}) {
            try (DataSet data = DataSet.open(experiment, problem.get(), memory)) {
                Batch batch = data.batch(4);
                assertArrayEquals(new long[] {7, 16, 16}, batch.target().shape());
                for (int i = 0; i < indices.length; i++) {
                    assertArrayEquals(example(all.target(), indices[i]), example(batch.target(), i), 0);
                    // The file is in single precision, the simulator in double precision.
                    assertArrayEquals(
                            example(all.cause().orElseThrow(), indices[i]),
                            example(batch.cause().orElseThrow(), i),
                            1e-6);
                }
                assertEquals(DataType.DOUBLE, batch.cause().orElseThrow().dataType());
                assertEquals(3, data.unseen());
                assertArrayEquals(
                        example(all.target(), split.unseen()[2]),
                        example(data.unseen(1, 2).target(), 1),
                        0);
            }
        }
    }

    @Test
    void batchesMayBeFreed() {
        try (DataSet data = DataSet.open(HeatFiles.experiment(folder, BOTH), problem.get(), MUCH_MEMORY)) {
            Batch batch = data.batch(1);
            double[] before = Values.of(batch.target());
            assertTrue(batch.target().closeable(), "would be left to the garbage collector");
            batch.target().close();
            batch.cause().ifPresent(INDArray::close);
            assertArrayEquals(before, Values.of(data.batch(1).target()), 0);
        }
    }

    @Test
    void everythingThatIsWrongWithFilesIsToldAtOnce() throws IOException {
        write("y.npy", Nd4j.zeros(DataType.DOUBLE, 30, 16, 12));
        List<Finding> findings = findings("{ \"effect\": \"y.npy\", \"cause\": \"none.npy\" }");
        assertEquals(2, findings.size(), findings.toString());
        assertMentions(findings.get(0), "data.effect", "[30, 16, 12]", "[batch, 16, 16]", "the observation y* of heat");
        assertMentions(findings.get(1), "data.cause", "none.npy", "the true cause x* of heat");
    }

    @Test
    void filesOfDifferentLengthsAreRefused() throws IOException {
        write("x.npy", Nd4j.zeros(DataType.DOUBLE, 29, 16, 16));
        assertMentions(findings(BOTH).get(0), "data.cause", "[29, 16, 16]", "[30, 16, 16]", "first axis");
    }

    @Test
    void theFirstNumberThatIsNotFiniteIsNamed() throws IOException {
        INDArray x = Nd4j.zeros(DataType.DOUBLE, 30, 16, 16);
        x.putScalar(new int[] {21, 3, 5}, Double.NaN);
        write("x.npy", x);
        for (long memory : new long[] {NO_MEMORY, MUCH_MEMORY}) {
            assertMentions(findings(BOTH, memory).get(0), "data.cause", "nan", "[21, 3, 5]");
        }
    }

    @Test
    void fewerExamplesThanABatchAreRefused() {
        Experiment experiment =
                HeatFiles.experiment(folder, BOTH, "{ \"scheme\": \"unsupervised\" }", Map.of("batchSize", "28"));
        InvalidExperimentException e = assertThrows(
                InvalidExperimentException.class, () -> DataSet.open(experiment, problem.get(), MUCH_MEMORY));
        assertMentions(e.findings().get(0), "batchSize", "28", "27", "30", "lower batchSize");
    }

    @Test
    void checksumsAreThoseOfTheFilesWhereverTheExamplesAre() throws IOException {
        String both = "{ \"effect\": \"y.npy\", \"cause\": \"./y.npy\" }"; // one file, read once for its checksum
        String sum = Sha256.of(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("y.npy"))));
        for (long memory : new long[] {NO_MEMORY, MUCH_MEMORY}) {
            try (DataSet data = DataSet.open(HeatFiles.experiment(folder, both), problem.get(), memory)) {
                assertEquals(
                        Map.of("effect", sum, "cause", sum),
                        data.files().orElseThrow().sha256());
            }
        }
    }

    @Test
    void aFileThatChangedIsRefused() throws IOException {
        Experiment experiment = HeatFiles.experiment(folder, BOTH);
        Experiment sealed;
        try (DataSet data = DataSet.open(experiment, problem.get(), MUCH_MEMORY)) {
            sealed = experiment.withData(data.files());
        }
        DataSet.open(sealed, problem.get(), MUCH_MEMORY).close();
        byte[] bytes = Files.readAllBytes(folder.resolve("y.npy"));
        bytes[bytes.length - 8] ^= 1; // the last bit of the last number
        Files.write(folder.resolve("y.npy"), bytes);
        InvalidExperimentException e =
                assertThrows(InvalidExperimentException.class, () -> DataSet.open(sealed, problem.get(), MUCH_MEMORY));
        assertEquals(1, e.findings().size(), e.getMessage());
        assertMentions(e.findings().get(0), "data.effect", "has changed", "begin a new run");
    }

    @Test
    void contextArraysAreComparedByName() {
        Experiment experiment =
                HeatFiles.experiment(folder, "{ \"effect\": \"y.npy\", \"context\": { \"m0\": \"m.npy\" } }");
        List<Finding> findings = DataFit.check(experiment.data().orElseThrow(), problem.get(), "heat");
        assertEquals(1, findings.size(), findings.toString());
        assertMentions(findings.get(0), "data.context.m0", "heat has no such array");
    }

    private List<Finding> findings(String data) {
        return findings(data, MUCH_MEMORY);
    }

    private List<Finding> findings(String data, long memory) {
        Experiment experiment = HeatFiles.experiment(folder, data);
        return assertThrows(InvalidExperimentException.class, () -> DataSet.open(experiment, problem.get(), memory))
                .findings();
    }

    private void write(String name, INDArray array) throws IOException {
        NumpyFiles.write(folder.resolve(name), array, DataType.DOUBLE);
    }

    private static double[] example(INDArray array, int index) {
        return Values.of(array.slice(index));
    }

    private static void assertMentions(Finding finding, String path, String... words) {
        assertEquals(path, finding.path());
        for (String word : words) {
            assertTrue(finding.message().contains(word), finding + " should mention " + word);
        }
    }
}
