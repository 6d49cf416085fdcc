package org.physgrad.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.physgrad.api.Problem;
import org.physgrad.check.ProblemCheck;
import org.physgrad.ml.MlPlatform;

/** The contract of problems: shapes, precision, determinism, independence of examples, gradients. */
public abstract class ProblemContract {

    private static final int DIRECTIONS = 3;

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /**
     * Makes the problem to test; a small one is enough, and fast.
     *
     * @return the problem
     */
    protected abstract Problem problem();

    @TestFactory
    final Stream<DynamicTest> contract() {
        return ContractTests.of(ProblemCheck.contract(problem(), ContractTests.BATCH, ContractTests.random()));
    }

    @TestFactory
    final Stream<DynamicTest> gradients() {
        return ContractTests.ofGradients(
                ProblemCheck.gradients(problem(), ContractTests.BATCH, DIRECTIONS, ContractTests.random()));
    }
}
