package org.physgrad.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.check.SolverCheck;
import org.physgrad.ml.MlPlatform;

/** The contract of inverse solvers: shapes, untouched inputs, honest outcomes, independence of examples. */
public abstract class InverseSolverContract {

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /**
     * Makes the solver to test.
     *
     * @return the solver
     */
    protected abstract InverseSolver solver();

    /**
     * Makes the problem to test it on.
     *
     * @return a problem that the solver serves
     */
    protected Problem problem() {
        return new SmoothingProblem(16);
    }

    @TestFactory
    final Stream<DynamicTest> contract() {
        assertEquals(Optional.empty(), solver().refuses(problem()), "the solver refuses the problem to test it on");
        return ContractTests.of(SolverCheck.run(solver(), problem(), ContractTests.BATCH, ContractTests.random()));
    }
}
