package org.physgrad.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.check.Clause;
import org.physgrad.check.Clause.Verdict;
import org.physgrad.check.SolverCheck;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;
import org.physgrad.problem.heat.HeatProblem;

class SolverCheckTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(SolverCheckTest.class.getClassLoader());

    private final Problem heat = new HeatProblem(16, 2);

    @BeforeAll
    static void start() {
        MlPlatform.start(2);
    }

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (PartType solver : CATALOG.types(Kind.SOLVER)) {
            pairs.add(Arguments.of(solver.name(), "heat", Map.of("resolution", 16L)));
            pairs.add(Arguments.of(solver.name(), "poisson", Map.of("nx", 12L, "ny", 9L)));
            pairs.add(Arguments.of(solver.name(), "sine", Map.of()));
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everySolverKeepsTheContract(String solverType, String problemType, Map<String, Object> values) {
        try (Part<Problem> problem = CATALOG.create(Kind.PROBLEM, problemType, values);
                Part<InverseSolver> solver = CATALOG.create(Kind.SOLVER, solverType, Map.of())) {
            if (solver.get().refuses(problem.get()).isEmpty()) {
                List<Clause> clauses = SolverCheck.run(solver.get(), problem.get(), 4, new PhiloxStreams(3, 0));
                assertTrue(clauses.size() >= 8, clauses::toString);
                for (Clause clause : clauses) {
                    assertTrue(clause.verdict() != Verdict.FAILED, clause::toString);
                }
            }
        }
    }

    @Test
    void aSolverThatChangesItsInputsIsFound() {
        assertFails("inputs are not changed", task -> x0 -> {
            x0.addi(1);
            return outcomes(x0.dup(), Status.STEPPED, "");
        });
    }

    @Test
    void aSolverWhoseExamplesInfluenceEachOtherIsFound() {
        assertFails(
                "an example that is not a number leaves the others as they are",
                task -> x0 -> outcomes(x0.sub(x0.meanNumber().doubleValue()), Status.DIVERGED, "because"));
    }

    @Test
    void aSolverThatConvergesToAHigherLossIsFound() {
        assertFails("no example converges to a higher loss", task -> x0 -> outcomes(x0.mul(-5), Status.CONVERGED, ""));
    }

    @Test
    void aSolverThatFailsWithoutAReasonIsFound() {
        assertFails("a failure has a reason", task -> x0 -> outcomes(x0.dup(), Status.STALLED, " "));
    }

    @Test
    void aSolverThatThrowsIsFound() {
        assertFails("solves a batch", task -> x0 -> {
            throw new IllegalStateException("no");
        });
    }

    /** A fixed step that is too long breaks no promise, but is worth a note. */
    @Test
    void aRisingLossIsNoted() {
        List<Clause> clauses = run(task -> x0 -> outcomes(x0.mul(-5), Status.STEPPED, ""));
        Clause rise = clauses.stream()
                .filter(clause -> clause.text().equals("the loss does not rise"))
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.NOTE, rise.verdict());
        assertTrue(rise.detail().contains("4 of 4"), rise.detail());
    }

    private void assertFails(String text, Function<InverseTask, Function<INDArray, Solution>> solver) {
        List<Clause> clauses = run(solver);
        assertTrue(
                clauses.stream().anyMatch(clause -> clause.text().equals(text) && clause.verdict() == Verdict.FAILED),
                clauses::toString);
    }

    private List<Clause> run(Function<InverseTask, Function<INDArray, Solution>> solver) {
        return SolverCheck.run((task, x0, y0) -> solver.apply(task).apply(x0), heat, 4, new PhiloxStreams(3, 0));
    }

    private static Solution outcomes(INDArray x, Status status, String reason) {
        Outcome outcome = new Outcome(status, Double.NaN, 1, reason);
        return new Solution(x, List.of(outcome, outcome, outcome, outcome));
    }
}
