package org.physgrad.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.check.Clause;
import org.physgrad.check.SchemeCheck;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.scheme.Unsupervised;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;
import org.physgrad.problem.heat.HeatInverse;
import org.physgrad.problem.heat.HeatProblem;

class SchemeCheckTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(SchemeCheckTest.class.getClassLoader());

    private final Problem heat = new HeatProblem(16, 2);

    @BeforeAll
    static void start() {
        MlPlatform.start(2);
    }

    static Stream<String> schemes() {
        return CATALOG.types(Kind.SCHEME).stream().map(PartType::name);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeKeepsTheContract(String type) {
        try (Part<TrainingScheme> scheme = CATALOG.create(Kind.SCHEME, type, Map.of())) {
            Optional<InverseSolver> solver =
                    scheme.get().refuses(heat, Optional.empty()).isEmpty()
                            ? Optional.empty()
                            : Optional.of(new HeatInverse(1e-6, 0, 0.5, 0.68));
            List<Clause> clauses = SchemeCheck.run(scheme.get(), heat, solver, 4, new PhiloxStreams(3, 0));
            assertEquals(13, clauses.size(), clauses::toString);
            assertTrue(clauses.stream().noneMatch(Clause::failed), clauses::toString);
        }
    }

    @Test
    void aChangedPredictionIsFound() {
        assertFails("x0 is not changed", (result, x0) -> {
            x0.addi(1);
            return result;
        });
    }

    @Test
    void aGradientThatIsThePredictionItselfIsFound() {
        assertFails(
                "the gradient is an array of its own",
                (result, x0) -> new TrainingScheme.Result(x0, result.effect(), result.loss(), 0));
    }

    @Test
    void aGradientThatIsAlreadyReducedIsFound() {
        assertFails(
                "an example that is not a number leaves the others as they are",
                (result, x0) -> new TrainingScheme.Result(
                        result.gradient().sub(result.gradient().meanNumber()), result.effect(), result.loss(), 0));
    }

    @Test
    void anEffectOfAnotherCauseIsFound() {
        assertFails(
                "the effect is P(x0)",
                (result, x0) -> new TrainingScheme.Result(
                        result.gradient(), result.effect().mul(1.001), result.loss(), 0));
    }

    @Test
    void callsOfASolverThatIsNotThereAreFound() {
        assertFails(
                "solver calls are counted",
                (result, x0) -> new TrainingScheme.Result(result.gradient(), result.effect(), result.loss(), 1));
    }

    @Test
    void chanceOfItsOwnIsFound() {
        double[] calls = {0};
        assertFails(
                "the same random numbers give the same gradient",
                (result, x0) -> new TrainingScheme.Result(
                        result.gradient().add(calls[0]++), result.effect(), result.loss(), 0));
    }

    private interface Fault {
        TrainingScheme.Result spoil(TrainingScheme.Result result, INDArray x0);
    }

    private void assertFails(String text, Fault fault) {
        TrainingScheme whole = new Unsupervised();
        TrainingScheme scheme = new TrainingScheme() {
            @Override
            public Optional<String> refuses(Problem problem, Optional<InverseSolver> solver) {
                return Optional.empty();
            }

            @Override
            public Result gradient(Iteration iteration, INDArray x0) {
                return fault.spoil(whole.gradient(iteration, x0), x0);
            }
        };
        List<Clause> clauses = SchemeCheck.run(scheme, heat, Optional.empty(), 4, new PhiloxStreams(3, 0));
        assertTrue(
                clauses.stream().anyMatch(clause -> clause.text().equals(text) && clause.failed()), clauses::toString);
    }
}
