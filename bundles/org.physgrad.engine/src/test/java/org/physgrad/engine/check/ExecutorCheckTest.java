package org.physgrad.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.NetworkInference;
import org.physgrad.check.Clause;
import org.physgrad.check.Clause.Verdict;
import org.physgrad.check.ExecutorCheck;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.executor.dl4j.Dl4jExecutor;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;

class ExecutorCheckTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(ExecutorCheckTest.class.getClassLoader());

    @BeforeAll
    static void start() {
        MlPlatform.start(2);
    }

    static Stream<String> executors() {
        return CATALOG.types(Kind.EXECUTOR).stream().map(PartType::name);
    }

    @ParameterizedTest
    @MethodSource("executors")
    void everyExecutorKeepsTheContract(String type) {
        try (Part<NetworkExecutor> executor = CATALOG.create(Kind.EXECUTOR, type, Map.of())) {
            List<Clause> clauses = run(executor.get());
            assertEquals(28, clauses.size(), clauses::toString);
            for (Clause clause : clauses) {
                assertEquals(Verdict.PASSED, clause.verdict(), clause::toString);
            }
        }
    }

    @Test
    void anotherOutputIsFound() {
        assertFails("convolutions: the output is DL4J's", execution -> new Spoiled(execution) {
            @Override
            public INDArray forward(INDArray input) {
                return super.forward(input).mul(1.01);
            }
        });
    }

    @Test
    void gradientsDividedByTheBatchSizeAreFound() {
        assertFails("dense layers: gradients are DL4J's, summed over the batch", execution -> new Spoiled(execution) {
            @Override
            public INDArray gradients() {
                return super.gradients().div(4);
            }
        });
    }

    @Test
    void aMissedUpdateIsFound() {
        assertFails("convolutions: updates and running statistics are DL4J's", execution -> new Spoiled(execution) {
            private boolean missed;

            @Override
            public void update() {
                if (missed) {
                    super.update();
                }
                missed = true;
            }
        });
    }

    @Test
    void aSpoiledGradientOfTheOutputIsFound() {
        assertFails("dense layers: the gradient of the output is not changed", execution -> new Spoiled(execution) {
            @Override
            public void backward(INDArray outputGradient) {
                super.backward(outputGradient);
                outputGradient.muli(2);
            }
        });
    }

    @Test
    void stepsThatNeverRepeatAreFound() {
        double[] opened = {0};
        assertFails("dense layers: the same steps give the same numbers", execution -> new Spoiled(execution) {
            private final double addition = 1e-4 * opened[0]++;

            @Override
            public void backward(INDArray outputGradient) {
                super.backward(outputGradient.add(addition));
            }
        });
    }

    @Test
    void answersByStatisticsOfTheBatchAreFound() {
        NetworkExecutor executor = new Plain() {
            @Override
            public NetworkInference openInference(ComputationGraph network, long[] shape, int size, int threads) {
                return input -> {
                    try (NetworkExecution training = open(network, shape, Math.toIntExact(input.size(0)), threads)) {
                        return training.forward(input).dup();
                    }
                };
            }
        };
        assertFails("convolutions: answers are DL4J's", run(executor));
    }

    @Test
    void anExecutorThatThrowsIsFound() {
        assertFails("convolutions: trains", execution -> {
            throw new IllegalStateException("no");
        });
    }

    @Test
    void aRefusedNetworkIsNoted() {
        List<Clause> clauses = run(new Plain() {
            @Override
            public Optional<String> refuses(ComputationGraph network, long[] inputShape) {
                return inputShape.length == 1 ? Optional.of("it wants fields") : Optional.empty();
            }
        });
        Clause last = clauses.get(clauses.size() - 1);
        assertEquals(new Clause("dense layers: runs them", Verdict.NOTE, "refused because it wants fields"), last);
        assertTrue(clauses.stream().noneMatch(Clause::failed), clauses::toString);
    }

    private static void assertFails(String text, UnaryOperator<NetworkExecution> spoil) {
        assertFails(text, run(new Plain() {
            @Override
            public NetworkExecution open(ComputationGraph network, long[] shape, int size, int threads) {
                return spoil.apply(super.open(network, shape, size, threads));
            }
        }));
    }

    private static void assertFails(String text, List<Clause> clauses) {
        assertTrue(
                clauses.stream().anyMatch(clause -> clause.text().equals(text) && clause.failed()), clauses::toString);
    }

    private static List<Clause> run(NetworkExecutor executor) {
        return ExecutorCheck.run(executor, 4, new PhiloxStreams(3, 0));
    }

    /** An executor to be given a fault. */
    private static class Plain implements NetworkExecutor {
        @Override
        public NetworkExecution open(ComputationGraph network, long[] shape, int size, int threads) {
            return new Dl4jExecutor().open(network, shape, size, threads);
        }
    }

    /** An execution to be given a fault. */
    private static class Spoiled implements NetworkExecution {

        private final NetworkExecution whole;

        Spoiled(NetworkExecution whole) {
            this.whole = whole;
        }

        @Override
        public INDArray forward(INDArray input) {
            return whole.forward(input);
        }

        @Override
        public void backward(INDArray outputGradient) {
            whole.backward(outputGradient);
        }

        @Override
        public void update() {
            whole.update();
        }

        @Override
        public INDArray gradients() {
            return whole.gradients();
        }

        @Override
        public void synchronize() {
            whole.synchronize();
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
