package org.physgrad.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.check.ExecutorCheck;
import org.physgrad.ml.MlPlatform;

/** The contract of network executors: output, gradients, updates, memory and answers, beside those of DL4J's own layers. */
public abstract class NetworkExecutorContract {

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /**
     * Makes the executor to test.
     *
     * @return the executor
     */
    protected abstract NetworkExecutor executor();

    @TestFactory
    final Stream<DynamicTest> contract() {
        return ContractTests.of(ExecutorCheck.run(executor(), ContractTests.BATCH, ContractTests.random()));
    }
}
