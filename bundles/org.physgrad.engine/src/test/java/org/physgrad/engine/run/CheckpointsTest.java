package org.physgrad.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.ml.MlPlatform;

/** Which checkpoints are kept. */
class CheckpointsTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        MlPlatform.start(1);
    }

    /** Names have seven digits, as long as those are enough. */
    @Test
    void theNewestAreKeptBeyondTenMillionIterations() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.zip"), "mine");
        Checkpoints checkpoints = new Checkpoints(folder);
        List<Integer> iterations =
                IntStream.rangeClosed(9_999_997, 10_000_001).boxed().toList();
        for (int iteration : iterations) {
            Path written = checkpoints.write(iteration, network());
            assertTrue(Files.exists(written), written::toString);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(
                            "iteration-10000000.zip",
                            "iteration-10000001.zip",
                            "iteration-9999999.zip",
                            other.getFileName().toString()),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(
                10_000_001,
                checkpoints
                        .readNewest(damaged -> {
                            throw new AssertionError(damaged + " is damaged");
                        })
                        .orElseThrow()
                        .iteration());
    }

    private static ComputationGraph network() {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("input")
                .addLayer("layer", new DenseLayer.Builder().nIn(1).nOut(1).build(), "input")
                .setOutputs("layer")
                .build();
        ComputationGraph network = new ComputationGraph(configuration);
        network.init();
        return network;
    }
}
