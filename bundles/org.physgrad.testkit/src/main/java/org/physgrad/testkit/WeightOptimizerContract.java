package org.physgrad.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.physgrad.api.WeightOptimizer;
import org.physgrad.check.OptimizerCheck;
import org.physgrad.ml.MlPlatform;

/** The contract of weight optimizers: descent on a convex function, all memory in the state, storage. */
public abstract class WeightOptimizerContract {

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /**
     * Makes the optimizer to test, with a learning rate that suits curvatures from 0.1 to 1.
     *
     * @return the optimizer
     */
    protected abstract WeightOptimizer optimizer();

    @TestFactory
    final Stream<DynamicTest> contract() {
        return ContractTests.of(OptimizerCheck.run(optimizer()));
    }
}
