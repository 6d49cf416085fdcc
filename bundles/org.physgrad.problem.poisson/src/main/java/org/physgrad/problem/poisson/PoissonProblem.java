package org.physgrad.problem.poisson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.Loss;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Reduction;
import org.physgrad.api.Simulator;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Examples;
import org.physgrad.math.FieldMetrics;
import org.physgrad.math.Shapes;
import org.physgrad.math.SpectralNoise;
import org.physgrad.math.SquaredLoss;

/**
 * Find the source x, {@code [batch, nx, ny]}, of an observed potential y* of the same shape (paper, section 3.2). All physics in float64; the network sees
 * and answers the fields as they are, one channel in float32.
 */
@Component(factory = Problem.FACTORY + "poisson", service = Problem.class)
@Designate(ocd = PoissonProblem.Config.class)
public final class PoissonProblem implements Problem {

    private static final double NOISE_SCALE = 10;
    private static final double NOISE_SMOOTHNESS = 1;

    /** How lap(y) = x is solved. */
    public enum Method {
        /** Exactly, by sine transforms along y and elimination along x. */
        direct,
        /** By conjugate gradients up to a tolerance, as the authors' code does. */
        cg
    }

    /** Parameters of the problem. */
    @ObjectClassDefinition(name = "Poisson", description = "Find the source of a potential")
    public @interface Config {
        @AttributeDefinition(name = "Cells along x", description = "Cells along x", min = "4", max = "4096")
        int nx() default 80;

        @AttributeDefinition(name = "Cells along y", description = "Cells along y", min = "4", max = "4096")
        int ny() default 60;

        @AttributeDefinition(
                name = "Method",
                description = "How the potential is computed: direct (exact) or cg (conjugate gradients)")
        Method method() default Method.direct;

        @AttributeDefinition(
                name = "Tolerance",
                description =
                        "Residual of conjugate gradients, relative to the source; method direct has no use for it",
                min = "1e-15",
                max = "1")
        double tolerance() default 1e-5;
    }

    private final int nx;
    private final int ny;
    private final PoissonSimulator simulator;
    private final SpectralNoise noise;
    private final Loss loss = new SquaredLoss();

    /**
     * Makes the problem from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public PoissonProblem(Config config) {
        this(config.nx(), config.ny(), config.method(), config.tolerance());
    }

    /**
     * Makes the problem.
     *
     * @param nx cells along x, at least 4
     * @param ny cells along y, at least 4
     * @param method how the potential is computed
     * @param tolerance residual of conjugate gradients relative to the source, between 0 and 1
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public PoissonProblem(int nx, int ny, Method method, double tolerance) {
        if (nx < 4 || ny < 4) {
            throw new IllegalArgumentException("the grid has " + nx + " x " + ny + " cells, expected at least 4 x 4");
        }
        if (!(tolerance > 0 && tolerance <= 1)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + ", expected more than 0 and at most 1");
        }
        this.nx = nx;
        this.ny = ny;
        Laplacian laplacian = new Laplacian(nx, ny);
        this.simulator = new PoissonSimulator(
                laplacian,
                method == Method.direct ? new DirectSolver(nx, ny) : new IterativeSolver(laplacian, tolerance));
        this.noise = new SpectralNoise(nx, ny, 1, NOISE_SCALE, NOISE_SMOOTHNESS);
    }

    @Override
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public Loss loss() {
        return loss;
    }

    @Override
    public Reduction reduction() {
        return Reduction.SUM;
    }

    @Override
    public Batch sample(int size, RandomStreams random) {
        INDArray x = causes(size, random);
        return new Batch(simulator.simulate(x, Context.EMPTY), Context.EMPTY, Optional.of(x));
    }

    @Override
    public Optional<INDArray> sampleCauses(int size, RandomStreams random) {
        return Optional.of(causes(size, random));
    }

    private INDArray causes(int size, RandomStreams random) {
        Examples x = Examples.create(DataType.DOUBLE, size, nx, ny);
        BatchLoop.forEach(size, example -> x.write(example, noise.sample(random.stream("source", example), 1)));
        return x.array();
    }

    @Override
    public long[] inputShape() {
        return new long[] {1, nx, ny};
    }

    @Override
    public long[] outputShape() {
        return inputShape();
    }

    @Override
    public INDArray input(Batch batch) {
        int size = Shapes.requireBatch("y*", batch.target(), simulator.effectShape());
        return Examples.copy(batch.target(), DataType.FLOAT, size, 1, nx, ny);
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        int size = Shapes.requireBatch("the network output", output, outputShape());
        Shapes.requireSize("the network output", output, batch.size());
        return Examples.copy(output, DataType.DOUBLE, size, nx, ny);
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        int size = Shapes.requireBatch("the cotangent", cotangent, simulator.causeShape());
        return Examples.copy(cotangent, DataType.FLOAT, size, 1, nx, ny);
    }

    @Override
    public List<String> metricNames() {
        return FieldMetrics.NAMES;
    }

    @Override
    public double[] metrics(Batch batch, INDArray x, INDArray y) {
        return FieldMetrics.measure(batch, x, y);
    }

    @Override
    public Optional<DeviceCode> problemCode() {
        return Optional.of(new DeviceCode(
                DeviceCode.source(PoissonProblem.class, "problem.cu") + FieldMetrics.deviceSource(),
                Map.of(),
                Map.of(),
                Map.of()));
    }
}
