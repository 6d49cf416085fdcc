package org.physgrad.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.check.Clause;
import org.physgrad.check.Differentiable;
import org.physgrad.check.GradientCheck;
import org.physgrad.check.GradientReport;
import org.physgrad.check.ProblemCheck;
import org.physgrad.check.TestPoints;
import org.physgrad.engine.SpoiledSimulator;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.ClassPathCatalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;
import org.physgrad.problem.heat.HeatProblem;

class ProblemCheckTest {

    private static final Catalog CATALOG = ClassPathCatalog.of(ProblemCheckTest.class.getClassLoader());
    private static final PhiloxStreams RANDOM = new PhiloxStreams(3, 0);

    @BeforeAll
    static void start() {
        MlPlatform.start(2);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of("heat", Map.of("resolution", 16L)),
                Arguments.of("poisson", Map.of("nx", 12L, "ny", 9L)),
                Arguments.of("sine", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void problemsPass(String type, Map<String, Object> values) {
        try (Part<Problem> part = CATALOG.create(Kind.PROBLEM, type, values)) {
            for (Clause clause : ProblemCheck.contract(part.get(), 4, RANDOM)) {
                assertFalse(clause.failed(), clause::toString);
            }
            for (GradientReport report : ProblemCheck.gradients(part.get(), 4, 3, RANDOM)) {
                assertTrue(report.passed(), report::toString);
                assertTrue(
                        report.rows().stream().anyMatch(row -> row.cosine() > 0.9999),
                        () -> "passed without agreement: " + report);
            }
        }
    }

    @Test
    void aSimulatorOfAnotherShapeIsNamedWithBothShapes() {
        assertRefused(y -> y.reshape(y.length(), 1), "P(x) has the shape", "[4, 16, 16]", "[1024, 1]");
    }

    @Test
    void aSimulatorOfUndefinedNumbersIsNamed() {
        assertRefused(y -> y.putScalar(new long[] {1, 2, 3}, Double.NaN), "P(x) is finite");
    }

    private static void assertRefused(UnaryOperator<INDArray> spoil, String... words) {
        Problem problem = SpoiledSimulator.in(new HeatProblem(16, 2), spoil);
        List<Clause> failed = ProblemCheck.contract(problem, 4, RANDOM).stream()
                .filter(Clause::failed)
                .toList();
        assertEquals(1, failed.size(), failed::toString);
        for (String word : words) {
            assertTrue(failed.get(0).toString().contains(word), failed::toString);
        }
    }

    /** The wrong adjoints that people write: sign, factor, a forgotten transposition, one wrong cell. */
    @ParameterizedTest
    @ValueSource(strings = {"sign", "factor", "transposed", "cell", "nan"})
    void aPlantedMistakeIsFound(String mistake) {
        Problem problem = new HeatProblem(16, 2);
        Batch batch = problem.sample(3, RANDOM);
        Differentiable right = Differentiable.simulator(problem, batch);
        Differentiable wrong = new Differentiable() {
            @Override
            public INDArray value(INDArray x) {
                return right.value(x);
            }

            @Override
            public INDArray adjoint(INDArray x, INDArray cotangent) {
                INDArray product = right.adjoint(x, cotangent);
                return switch (mistake) {
                    case "sign" -> product.neg();
                    case "factor" -> product.mul(1.001);
                    case "transposed" -> product.permute(0, 2, 1).dup();
                    case "cell" -> product.putScalar(new long[] {1, 3, 4}, 0.3);
                    default -> product.putScalar(new long[] {2, 0, 0}, Double.NaN);
                };
            }
        };
        INDArray x = TestPoints.causes(problem, batch, RANDOM);
        GradientCheck check = new GradientCheck(3, RANDOM);
        assertTrue(check.check("right", right, x).passed());
        GradientReport report = check.check("wrong", wrong, x);
        assertFalse(report.passed(), report::toString);
        if (mistake.equals("cell") || mistake.equals("nan")) {
            assertEquals(mistake.equals("cell") ? 1 : 2, report.worstExample(), "the wrong example is blamed");
        }
    }

    /** Float32 physics is judged by what float32 can show. */
    @Test
    void singlePrecisionIsJudgedFairly() {
        Differentiable cubes = new Differentiable() {
            @Override
            public INDArray value(INDArray x) {
                return x.mul(x).mul(x);
            }

            @Override
            public INDArray adjoint(INDArray x, INDArray cotangent) {
                return x.mul(x).mul(3).mul(cotangent);
            }
        };
        INDArray x = Nd4j.linspace(DataType.FLOAT, 0.5, 0.1, 20).reshape(2, 10);
        GradientReport report = new GradientCheck(4, RANDOM).check("cubes", cubes, x);
        assertTrue(report.passed(), report::toString);
        List<GradientReport.Row> rows = report.rows();
        assertTrue(rows.get(0).relativeError() > rows.get(3).relativeError(), "curvature must show in large steps");
    }
}
