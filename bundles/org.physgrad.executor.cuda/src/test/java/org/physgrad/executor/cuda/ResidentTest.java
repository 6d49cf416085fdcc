package org.physgrad.executor.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.NetworkExecutor;
import org.physgrad.api.Problem;
import org.physgrad.api.ResidentExecution;
import org.physgrad.api.ResidentExecution.Measurement;
import org.physgrad.api.ResidentTask;
import org.physgrad.api.TrainingScheme;
import org.physgrad.engine.scheme.PhysicalGradient;
import org.physgrad.engine.scheme.Unsupervised;
import org.physgrad.executor.cuda.device.Device;
import org.physgrad.executor.testkit.Tensors;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.math.Values;
import org.physgrad.ml.MlPlatform;
import org.physgrad.networks.UNet;
import org.physgrad.problem.fluid.FluidInverse;
import org.physgrad.problem.fluid.FluidProblem;
import org.physgrad.problem.heat.HeatInverse;
import org.physgrad.problem.heat.HeatProblem;
import org.physgrad.problem.poisson.PoissonInverse;
import org.physgrad.problem.poisson.PoissonProblem;

/** Whole iterations on the GPU beside the same parts on the processor, for the same network output. */
@NeedsGpu
class ResidentTest {

    private static final int BATCH = 3;
    private static final double FACTOR = 1.0 / BATCH;
    private static final double PHYSICS = 1e-9;
    private static final double MEASURED = 1e-6;
    private static final double WEIGHTS = 1e-5;

    private final NetworkExecutor executor = new CudaExecutor();

    @BeforeAll
    static void startPlatform() {
        MlPlatform.start(2);
    }

    /** A run under test. */
    private record Run(String name, Problem problem, InverseSolver solver, TrainingScheme scheme, double clip) {

        ResidentTask task() {
            return new ResidentTask(problem, Optional.of(solver), scheme, BATCH, FACTOR, clip);
        }

        /** With the physical gradient of so many steps of the solver, 0 for the gradient of the physics itself. */
        Run trainedBy(int steps) {
            return steps == 0
                    ? new Run(name + ", unsupervised", problem, solver, new Unsupervised(), clip)
                    : new Run(name + ", steps " + steps, problem, solver, new PhysicalGradient(steps), clip);
        }

        Run unclipped() {
            return new Run(name, problem, solver, scheme, 0);
        }

        /** The same network at each call. */
        ComputationGraph network() {
            UNet unet = new UNet(2, 6);
            ComputationGraph network =
                    new ComputationGraph(unet.configure(problem.inputShape(), problem.outputShape(), new Adam(1e-3)));
            network.init();
            unet.initialize(network, new Random(42));
            return network;
        }

        INDArray causes(int iteration) {
            return problem.sampleCauses(BATCH, new PhiloxStreams(7, iteration)).orElseThrow();
        }

        @Override
        public String toString() {
            return name + (clip > 0 ? ", clipped" : "");
        }
    }

    static Stream<Run> runs() {
        // Without absolute uncertainty a second step takes the rounding errors that the first one leaves for signals.
        InverseSolver heat = new HeatInverse(1e-6, 1e-6, 0.5, 0.68);
        InverseSolver poisson = new PoissonInverse(1);
        return Stream.of(
                        new Run("heat 16", new HeatProblem(16, 8), heat, null, 1e-2),
                        new Run("heat 13", new HeatProblem(13, 8), heat, null, 1e-2),
                        new Run("poisson 16 x 16", poisson(16, 16), poisson, null, 1e-2),
                        new Run("poisson 13 x 9", poisson(13, 9), poisson, null, 1e-2))
                .flatMap(of -> Stream.of(1, 2, 0).map(of::trainedBy))
                .flatMap(of -> Stream.of(of, of.unclipped()));
    }

    private static Problem poisson(int nx, int ny) {
        return new PoissonProblem(nx, ny, PoissonProblem.Method.direct, 1e-5);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void computesWhatThePartsCompute(Run run) {
        INDArray causes = run.causes(1);
        ComputationGraph network = run.network();
        try (ResidentExecution resident =
                        executor.openResident(network, run.task()).orElseThrow();
                NetworkExecution alone =
                        executor.open(run.network(), run.problem().inputShape(), BATCH, 1)) {
            Measurement measurement = resident.learnFromCauses(causes);
            ResidentExecution.Sample sample = resident.sample();

            INDArray effects = run.problem().simulator().simulate(causes, Context.EMPTY);
            Tensors.assertClose("y*", effects, sample.target(), PHYSICS);

            // What the network sees is rounded to float32: the same y*, to the last bit, for both.
            Batch batch = new Batch(sample.target(), Context.EMPTY, Optional.of(causes));
            INDArray x0 = run.problem().cause(alone.forward(run.problem().input(batch)), batch);
            TrainingScheme.Result result = run.scheme()
                    .gradient(
                            new TrainingScheme.Iteration(
                                    run.problem(), Optional.of(run.solver()), batch, new PhiloxStreams(7, 1)),
                            x0);
            Tensors.assertClose("x0", x0, sample.x0(), PHYSICS);
            Tensors.assertClose("y0", result.effect(), sample.y0(), PHYSICS);
            Tensors.assertClose("dL/dx0", result.gradient(), sample.gradient(), PHYSICS);
            assertEquals(result.loss(), measurement.loss(), MEASURED * result.loss());
            assertEquals(result.solverCalls(), measurement.solverCalls());
            assertTrue(measurement.finite() && measurement.weightsFinite());
            double[] metrics = run.problem().metrics(batch, x0, result.effect());
            assertEquals(metrics.length, measurement.metrics().size());
            for (int i = 0; i < metrics.length; i++) {
                assertEquals(metrics[i], measurement.metrics().get(i), MEASURED * metrics[i]);
            }

            INDArray gradient = clipped(result.gradient(), run.clip());
            alone.backward(run.problem().causeAdjoint(gradient, batch).mul(FACTOR));
            // A bias in front of a normalization has no gradient but rounding errors, nor has the last one where the
            // problem finds the mean.
            Tensors.assertClose(
                    network,
                    alone.gradients(),
                    resident.gradients(),
                    (tensor, own, all) -> WEIGHTS * (tensor.endsWith("/b") ? all : own));
        }
    }

    private static INDArray clipped(INDArray gradient, double limit) {
        if (limit == 0) {
            return gradient;
        }
        double[] values = Values.of(gradient);
        assertTrue(Arrays.stream(values).anyMatch(value -> Math.abs(value) > limit), "nothing to clip");
        double[] bounded = Arrays.stream(values)
                .map(value -> Math.max(-limit, Math.min(limit, value)))
                .toArray();
        return Nd4j.createFromArray(bounded).reshape(gradient.shape());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void learnsTheSameFromObservations(Run run) {
        INDArray causes = run.causes(1);
        try (ResidentExecution resident =
                executor.openResident(run.network(), run.task()).orElseThrow()) {
            Measurement simulated = resident.learnFromCauses(causes);
            INDArray gradients = resident.gradients();
            INDArray target = resident.sample().target();

            assertEquals(simulated, resident.learn(new Batch(target, Context.EMPTY, Optional.of(causes))));
            assertSame(gradients, resident.gradients());

            Measurement blind = resident.learn(new Batch(target, Context.EMPTY, Optional.empty()));
            assertTrue(Double.isNaN(blind.metrics().get(0)), blind::toString);
            assertEquals(simulated.metrics().subList(1, 3), blind.metrics().subList(1, 3));
            assertSame(gradients, resident.gradients());
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void repeatsItself(Run run) {
        INDArray first = trained(run);
        INDArray second = trained(run);

        assertSame(first, second);
        assertFalse(first.equals(run.network().params()), "nothing was learned");
    }

    private INDArray trained(Run run) {
        ComputationGraph network = run.network();
        try (ResidentExecution resident =
                executor.openResident(network, run.task()).orElseThrow()) {
            for (int iteration = 1; iteration <= 3; iteration++) {
                resident.learnFromCauses(run.causes(iteration));
                resident.update();
            }
            resident.synchronize();
        }
        return network.params();
    }

    private static void assertSame(INDArray expected, INDArray actual) {
        assertArrayEquals(Values.of(expected), Values.of(actual));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void tellsOfUndefinedNumbers(Run run) {
        INDArray causes = run.causes(1);
        causes.putScalar(new int[] {1, 2, 3}, Double.NaN);
        try (ResidentExecution resident =
                executor.openResident(run.network(), run.task()).orElseThrow()) {
            Measurement measurement = resident.learnFromCauses(causes);

            assertFalse(Double.isFinite(measurement.metrics().get(0)), measurement::toString);
            assertEquals(run.clip() > 0, measurement.finite(), measurement::toString); // a clip makes them zero
        }
    }

    @Test
    void leavesPhysicsWithoutDeviceCodeAlone() {
        long before = Device.liveBytes();
        Problem fluid =
                new FluidProblem(16, 2, 1, FluidProblem.ProjectionMethod.spectral, FluidProblem.Energy.component);
        Run run = new Run("fluid", fluid, new FluidInverse(true), new PhysicalGradient(1), 0);

        assertEquals(Optional.empty(), executor.openResident(run.network(), run.task()));
        assertEquals(before, Device.liveBytes());
    }

    @Test
    void insistsOnItsShapes() {
        Run run = runs().findFirst().orElseThrow();
        try (ResidentExecution resident =
                executor.openResident(run.network(), run.task()).orElseThrow()) {
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class, () -> resident.learnFromCauses(Nd4j.zeros(BATCH + 1, 16, 16)));
            assertTrue(refusal.getMessage().contains("[4, 16, 16]"), refusal::getMessage);
        }
    }

    @Test
    void saysWhatIsWrongWithDeviceCode() {
        Run run = runs().findFirst().orElseThrow();
        TrainingScheme faulty = new TrainingScheme() {
            @Override
            public Optional<String> refuses(Problem problem, Optional<InverseSolver> solver) {
                return Optional.empty();
            }

            @Override
            public Result gradient(Iteration iteration, INDArray x0) {
                throw new AssertionError("asked on the processor");
            }

            @Override
            public Optional<DeviceCode> schemeCode(Problem problem) {
                return Optional.of(new DeviceCode("nonsense;", Map.of(), Map.of(), Map.of()));
            }
        };
        Run broken = new Run("broken", run.problem(), run.solver(), faulty, 0);
        long before = Device.liveBytes();

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> executor.openResident(broken.network(), broken.task()));

        assertTrue(refusal.getMessage().contains("nonsense"), refusal::getMessage);
        assertEquals(before, Device.liveBytes());
    }
}
