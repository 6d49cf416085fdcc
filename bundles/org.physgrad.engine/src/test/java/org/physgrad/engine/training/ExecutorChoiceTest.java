package org.physgrad.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.executor.dl4j.Dl4jExecutor;

/** What computes the network when an experiment leaves it open, and when it does not. */
class ExecutorChoiceTest {

    private final ChangingCatalog catalog = new ChangingCatalog();

    ExecutorChoiceTest() {
        install("fast", 10);
        install("inexact", -1);
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

    private String choose(String name) {
        try (Parts parts = Parts.bind(catalog, Experiments.sine(catalog, "{ \"scheme\": \"unsupervised\" }", 1))) {
            return parts.executor(name, parts.newGraph(1)).name();
        }
    }

    private void install(String name, int rank) {
        catalog.install(Kind.EXECUTOR, name, "test", new NetworkExecutor() {
            @Override
            public int rank() {
                return rank;
            }

            @Override
            public NetworkExecution open(ComputationGraph network, long[] inputShape, int batchSize, int threads) {
                return new Dl4jExecutor().open(network, inputShape, batchSize, threads);
            }
        });
    }
}
