package org.physgrad.engine.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.Batch;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Linearization;
import org.physgrad.api.Loss;
import org.physgrad.api.Problem;
import org.physgrad.api.SecondDerivative;
import org.physgrad.api.Simulator;
import org.physgrad.api.Solution;
import org.physgrad.api.TrainingScheme;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;
import org.physgrad.problem.heat.HeatProblem;
import org.physgrad.problem.sine.SineProblem;
import org.physgrad.solvers.GaussNewton;
import org.physgrad.solvers.GradientDescent;
import org.physgrad.solvers.LBfgs;
import org.physgrad.solvers.Newton;

/**
 * What a scheme has made on the way is freed when it returns: the garbage collector sees only the small Java halves of arrays, and would let gigabytes pile up in a
 * long run.
 */
class SchemeMemoryTest {

    private static final int BATCH = 4;

    private final List<INDArray> made = new ArrayList<>();
    private final Problem heat = recording(Problem.class, new HeatProblem(8, 2));

    @BeforeAll
    static void start() {
        MlPlatform.start(2);
    }

    static Stream<Arguments> schemes() {
        InverseSolver descent = new GradientDescent(1e-2, 2, 0);
        return Stream.of(
                Arguments.of(new Unsupervised(), null),
                Arguments.of(new PhysicalGradient(1), descent),
                Arguments.of(new PhysicalGradient(3), descent),
                Arguments.of(new PhysicalGradient(1), new LBfgs(4)),
                Arguments.of(new PhysicalGradient(1), new GaussNewton(4, 5, 0.1, 1e-3)),
                Arguments.of(new Supervised(Supervised.Start.fixed, 1), descent),
                Arguments.of(new Supervised(Supervised.Start.random, 1), descent),
                Arguments.of(new Supervised(Supervised.Start.fixed, 1), null));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void onlyTheResultIsLeft(TrainingScheme scheme, InverseSolver solver) {
        onlyTheResultIsLeft(heat, scheme, solver);
    }

    @Test
    void onlyTheResultOfSecondDerivativesIsLeft() {
        Problem sine = recording(Problem.class, new SineProblem(0.5, 1.5));
        onlyTheResultIsLeft(sine, new PhysicalGradient(2), new Newton(1));
    }

    private void onlyTheResultIsLeft(Problem problem, TrainingScheme scheme, InverseSolver solver) {
        Optional<InverseSolver> used = Optional.ofNullable(solver).map(s -> recording(InverseSolver.class, s));
        Batch batch = problem.sample(BATCH, new PhiloxStreams(3, 0));
        INDArray x0 = batch.cause().map(cause -> cause.mul(0.5)).orElseGet(() -> Nd4j.valueArrayOf(BATCH, 0.7));
        made.clear();
        TrainingScheme.Result result =
                scheme.gradient(new TrainingScheme.Iteration(problem, used, batch, new PhiloxStreams(3, 1)), x0);
        assertFalse(made.isEmpty());
        for (INDArray array : made) {
            boolean kept = array == result.effect() || array == result.gradient();
            assertEquals(
                    !kept, array.wasClosed(), () -> "of " + made.size() + " arrays, number " + made.indexOf(array));
        }
        assertFalse(x0.wasClosed() || batch.target().wasClosed());
        assertFalse(batch.cause().filter(INDArray::wasClosed).isPresent());
    }

    /** Against its contract a solver may return its input; the batch has to survive that. */
    @Test
    void anInputThatASolverHandsThroughStaysOpen() {
        InverseSolver lazy = (task, x, y) -> new Solution(x, List.of());
        Batch batch = heat.sample(BATCH, new PhiloxStreams(3, 0));
        INDArray x0 = batch.cause().orElseThrow().mul(0.5);
        TrainingScheme.Result result = new PhysicalGradient(2)
                .gradient(new TrainingScheme.Iteration(heat, Optional.of(lazy), batch, new PhiloxStreams(3, 1)), x0);
        assertFalse(x0.wasClosed());
        assertTrue(result.gradient().amaxNumber().doubleValue() == 0);
    }

    /** The same part, whose arrays are remembered. */
    private <T> T recording(Class<T> contract, T part) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(),
                new Class<?>[] {contract},
                (proxy, method, arguments) -> record(method.invoke(part, arguments))));
    }

    private Object record(Object result) {
        if (result instanceof INDArray array) {
            made.add(array);
        } else if (result instanceof Solution solution) {
            made.add(solution.x());
        } else if (result instanceof Linearization linearization) {
            return recording(Linearization.class, linearization);
        } else if (result instanceof Simulator simulator) {
            return recording(Simulator.class, simulator);
        } else if (result instanceof Optional<?> optional && optional.orElse(null) instanceof SecondDerivative second) {
            return Optional.of(recording(SecondDerivative.class, second));
        } else if (result instanceof Loss loss) {
            return recording(Loss.class, loss);
        }
        return result;
    }
}
