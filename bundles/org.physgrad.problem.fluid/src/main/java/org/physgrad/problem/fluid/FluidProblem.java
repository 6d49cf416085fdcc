package org.physgrad.problem.fluid;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.Batch;
import org.physgrad.api.Context;
import org.physgrad.api.Loss;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Reduction;
import org.physgrad.api.Simulator;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * Find the initial velocity v0, {@code [batch, n, n, 2]} in units per time at the centres of the cells, that carries the marker m0, {@code
 * [batch, n, n]}, to the observed marker y* of the same shape (paper, section 3.4). All physics in float64. The network sees the channels
 * (m0, y*) and answers the channels (v_x, v_y), in float32.
 */
@Component(factory = Problem.FACTORY + "fluid", service = Problem.class)
@Designate(ocd = FluidProblem.Config.class)
public final class FluidProblem implements Problem {

    private static final int SMALLEST = 16;

    /** How the velocity is made free of divergence. */
    public enum ProjectionMethod {
        /** Exactly, by Fourier transform. */
        spectral {
            @Override
            Projection solver(Domain domain) {
                return new SpectralProjection(domain.resolution());
            }
        },
        /** By conjugate gradients up to a residual of 1e-4, as the authors' code does. */
        cg {
            @Override
            Projection solver(Domain domain) {
                return new ConjugateGradientProjection(domain, CG_TOLERANCE);
            }
        };

        private static final double CG_TOLERANCE = 1e-4;

        abstract Projection solver(Domain domain);
    }

    /** Which kinetic energy every step keeps. */
    public enum Energy {
        /** That of each component, as in the authors' code. */
        component,
        /** That of both components together, as the paper's formula says. */
        total
    }

    /** Parameters of the problem. */
    @ObjectClassDefinition(
            name = "Fluid",
            description = "Find the initial velocity that carries a marker to where it was seen")
    public @interface Config {
        @AttributeDefinition(
                name = "Resolution",
                description = "Cells per axis of the square of 128 x 128 units",
                min = "16",
                max = "4096")
        int resolution() default 64;

        @AttributeDefinition(name = "Steps", description = "Number of time steps", min = "1", max = "10000")
        int steps() default 8;

        @AttributeDefinition(
                name = "Duration",
                description = "Time between the two markers, in units of time",
                min = "0.001",
                max = "1000")
        double duration() default 2;

        @AttributeDefinition(
                name = "Projection",
                description =
                        "How the velocity is made free of divergence: spectral (exact) or cg (conjugate gradients)")
        ProjectionMethod projection() default ProjectionMethod.spectral;

        @AttributeDefinition(
                name = "Energy",
                description =
                        "Kinetic energy that every step keeps: of each component (authors' code) or the total (paper)")
        Energy energy() default Energy.component;
    }

    private final Domain domain;
    private final FluidSimulator simulator;
    private final FluidGenerator generator;
    private final FrequencyLoss loss;
    private final FluidMetrics metrics;

    /**
     * Makes the problem from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public FluidProblem(Config config) {
        this(config.resolution(), config.steps(), config.duration(), config.projection(), config.energy());
    }

    /**
     * Makes the problem.
     *
     * @param resolution cells per axis, at least 16
     * @param steps number of time steps, at least 1
     * @param duration time between the two markers, more than 0
     * @param projection how the velocity is made free of divergence
     * @param energy which kinetic energy every step keeps
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public FluidProblem(int resolution, int steps, double duration, ProjectionMethod projection, Energy energy) {
        if (resolution < SMALLEST) {
            throw new IllegalArgumentException("resolution is " + resolution + ", expected at least " + SMALLEST
                    + " cells per axis, to hold the waves of the generator");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps is " + steps + ", expected at least 1");
        }
        if (!(duration > 0 && Double.isFinite(duration))) {
            throw new IllegalArgumentException("duration is " + duration + ", expected more than 0 units of time");
        }
        this.domain = new Domain(resolution);
        this.simulator = new FluidSimulator(domain, steps, duration, projection, energy);
        this.generator = new FluidGenerator(domain, duration);
        this.loss = new FrequencyLoss(resolution);
        this.metrics = new FluidMetrics(simulator, loss);
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
        return Reduction.MEAN;
    }

    @Override
    public Batch sample(int size, RandomStreams random) {
        int n = domain.resolution();
        int cells = domain.cells();
        double[] markers = new double[size * cells];
        double[] velocities = new double[2 * size * cells];
        double fill = generator.fill(random);
        BatchLoop.forEach(size, example -> {
            generator.drawMarker(random.stream("marker", example), fill, markers, example * cells);
            generator.drawVelocity(
                    random.stream("velocity", example), markers, example * cells, velocities, 2 * example * cells);
        });
        INDArray v0 = Values.array(velocities, DataType.DOUBLE, size, n, n, 2);
        Context context = Context.of(FluidSimulator.INITIAL_MARKER, Values.array(markers, DataType.DOUBLE, size, n, n));
        return new Batch(simulator.simulate(v0, context), context, Optional.of(v0));
    }

    @Override
    public long[] inputShape() {
        return new long[] {2, domain.resolution(), domain.resolution()};
    }

    @Override
    public long[] outputShape() {
        return inputShape();
    }

    @Override
    public INDArray input(Batch batch) {
        INDArray m0 = batch.context().get(FluidSimulator.INITIAL_MARKER);
        int size = Shapes.requireBatch("y*", batch.target(), simulator.effectShape());
        Shapes.requireBatch(FluidSimulator.INITIAL_MARKER, m0, simulator.effectShape());
        Shapes.requireSize(FluidSimulator.INITIAL_MARKER, m0, size);
        INDArray input = Nd4j.createUninitialized(DataType.FLOAT, Shapes.withBatch(size, inputShape()));
        input.get(NDArrayIndex.all(), NDArrayIndex.point(0)).assign(m0);
        input.get(NDArrayIndex.all(), NDArrayIndex.point(1)).assign(batch.target());
        return input;
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        int size = Shapes.requireBatch("the network output", output, outputShape());
        Shapes.requireSize("the network output", output, batch.size());
        return Nd4j.createUninitialized(DataType.DOUBLE, Shapes.withBatch(size, simulator.causeShape()))
                .assign(output.permute(0, 2, 3, 1));
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        int size = Shapes.requireBatch("the cotangent", cotangent, simulator.causeShape());
        Shapes.requireSize("the cotangent", cotangent, batch.size());
        return Nd4j.createUninitialized(DataType.FLOAT, Shapes.withBatch(size, inputShape()))
                .assign(cotangent.permute(0, 3, 1, 2));
    }

    @Override
    public List<String> metricNames() {
        return FluidMetrics.NAMES;
    }

    @Override
    public double[] metrics(Batch batch, INDArray x, INDArray y) {
        return metrics.measure(batch, x, y);
    }
}
