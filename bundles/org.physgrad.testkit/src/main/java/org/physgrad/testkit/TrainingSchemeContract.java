package org.physgrad.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.check.SchemeCheck;
import org.physgrad.ml.MlPlatform;

/** The contract of training schemes: shapes, the effect, determinism, independence of examples. */
public abstract class TrainingSchemeContract {

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /**
     * Makes the scheme to test.
     *
     * @return the scheme
     */
    protected abstract TrainingScheme scheme();

    /**
     * Makes the inverse solver that the scheme works with.
     *
     * @return the solver, empty if the scheme needs none
     */
    protected Optional<InverseSolver> solver() {
        return Optional.empty();
    }

    /**
     * Makes the problem that the scheme trains for.
     *
     * @return a problem that neither scheme nor solver refuses
     */
    protected Problem problem() {
        return new SmoothingProblem(16);
    }

    @TestFactory
    final Stream<DynamicTest> contract() {
        assertEquals(Optional.empty(), scheme().refuses(problem(), solver()), "the scheme refuses the problem");
        return ContractTests.of(
                SchemeCheck.run(scheme(), problem(), solver(), ContractTests.BATCH, ContractTests.random()));
    }
}
