package org.physgrad.executor.testkit;

import org.junit.jupiter.api.BeforeAll;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.ml.MlPlatform;

/** What all tests of executors start from. */
abstract class ExecutorContract {

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
}
