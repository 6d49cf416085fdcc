package org.physgrad.executor.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.executor.dl4j.Dl4jExecutor;
import org.physgrad.optimizers.MomentumOptimizer;

/** Parameters, running statistics, updater state and iteration count move freely between executors. */
public abstract class CheckpointContract extends ExecutorContract {

    private static final Networks KIND = Networks.SMOOTH;
    private static final int BATCH = 2;
    private static final double RATE = 1e-3;

    private final RandomArrays random = new RandomArrays(11);
    private final INDArray input = random.drawFloats(BATCH, 2, 12, 8);
    private final INDArray target = random.drawFloats(BATCH, 3, 12, 8);

    @TempDir
    private Path folder;

    static Stream<IUpdater> updaters() {
        return Stream.of(
                new Adam(RATE),
                new Sgd(RATE),
                new Nesterovs(RATE, 0.9),
                new AdaGrad(RATE),
                new MomentumOptimizer(RATE, 0.9).updater());
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void changingTheExecutorHalfWayChangesNothing(IUpdater updater) throws IOException {
        NetworkExecutor tested = executor();
        NetworkExecutor dl4j = new Dl4jExecutor();
        ComputationGraph reference = train(updater, dl4j, dl4j);
        for (List<NetworkExecutor> order :
                List.of(List.of(tested, dl4j), List.of(dl4j, tested), List.of(tested, tested))) {
            ComputationGraph network = train(updater, order.get(0), order.get(1));
            assertEquals(10, network.getIterationCount());
            Tensors.assertClose(
                    network,
                    reference.params(),
                    network.params(),
                    (tensor, own, all) -> 1e-4 * Math.max(own, 10 * RATE));
        }
    }

    private ComputationGraph train(IUpdater updater, NetworkExecutor first, NetworkExecutor second) throws IOException {
        ComputationGraph network = KIND.create(updater.clone());
        steps(network, first);
        File checkpoint = folder.resolve("checkpoint.zip").toFile();
        ModelSerializer.writeModel(network, checkpoint, true);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(checkpoint, true);
        steps(restored, second);
        return restored;
    }

    private void steps(ComputationGraph network, NetworkExecutor executor) {
        try (NetworkExecution execution = executor.open(network, KIND.input(), BATCH, 1)) {
            for (int step = 0; step < 5; step++) {
                execution.backward(execution.forward(input).sub(target));
                execution.update();
            }
            execution.synchronize();
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        NetworkExecutor tested = executor();
        ComputationGraph first = train(new Adam(RATE), tested, tested);
        ComputationGraph second = train(new Adam(RATE), tested, tested);
        assertArrayEquals(first.params().toFloatVector(), second.params().toFloatVector());
        assertArrayEquals(
                first.getUpdater().getStateViewArray().toFloatVector(),
                second.getUpdater().getStateViewArray().toFloatVector());
    }
}
