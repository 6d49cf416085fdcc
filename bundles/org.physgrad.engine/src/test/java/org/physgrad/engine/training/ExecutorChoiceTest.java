package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.executor.dl4j.Dl4jExecutor;

/** What computes the network when an experiment leaves it open, and when it does not. */
class ExecutorChoiceTest {

    private final ChangingCatalog catalog = new ChangingCatalog();

    ExecutorChoiceTest() {
        install("fast", 10, Optional.empty());
        install("inexact", -1, Optional.empty());
    }

    @Test
    void autoTakesTheHighestRank() {
        assertEquals("fast", choose(Experiment.AUTO));
    }

    @Test
    void autoLeavesAloneWhatIsTakenByNameOnly() {
        catalog.remove("fast");
        assertEquals("dl4j", choose(Experiment.AUTO));
        assertEquals("inexact", choose("inexact"));
    }

    @Test
    void othersAnswerForOneThatThisMachineLacks() {
        install("elsewhere", 20, Optional.of("there is no such processor"));
        assertThrows(InvalidExperimentException.class, () -> choose("elsewhere"));
        assertEquals("fast", bound(parts -> parts.answering("elsewhere", parts.newGraph(1))));
        assertEquals("inexact", bound(parts -> parts.answering("inexact", parts.newGraph(1))));
    }

    private String choose(String name) {
        return bound(parts -> parts.executor(name, parts.newGraph(1)));
    }

    private String bound(Function<Parts, Parts.ChosenExecutor> choice) {
        try (Parts parts = Parts.bind(catalog, Experiments.sine(catalog, "{ \"scheme\": \"unsupervised\" }", 1))) {
            return choice.apply(parts).name();
        }
    }

    private void install(String name, int rank, Optional<String> refusal) {
        catalog.install(Kind.EXECUTOR, name, "test", new NetworkExecutor() {
            @Override
            public int rank() {
                return rank;
            }

            @Override
            public Optional<String> refuses(ComputationGraph network, long[] inputShape) {
                return refusal;
            }

            @Override
            public NetworkExecution open(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
                return new Dl4jExecutor().open(network, inputShape, batchSize, threads);
            }
        });
    }
}
