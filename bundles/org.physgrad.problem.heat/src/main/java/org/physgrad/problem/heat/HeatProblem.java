package org.physgrad.problem.heat;

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
import org.physgrad.math.SquaredLoss;

/**
 * Find the initial temperature x, {@code [batch, n, n]}, of an observed diffused temperature y* of the same shape (paper, section 3.3). All physics
 * in float64. Diffusion keeps the mean, so the network only has to find the rest: x0 = o + mean(y*) - mean(o) per example.
 */
@Component(factory = Problem.FACTORY + "heat", service = Problem.class)
@Designate(ocd = HeatProblem.Config.class)
public final class HeatProblem implements Problem {

    /** Parameters of the problem. */
    @ObjectClassDefinition(name = "Heat", description = "Find the initial temperature of a diffused field")
    public @interface Config {
        @AttributeDefinition(name = "Resolution", description = "Cells per axis", min = "4", max = "4096")
        int resolution() default 64;

        @AttributeDefinition(
                name = "Diffusion",
                description = "Diffusivity times duration, in squared cells",
                min = "0",
                max = "1000")
        double diffusion() default 8.0;
    }

    private final int resolution;
    private final HeatSimulator simulator;
    private final HeatGenerator generator;
    private final Loss loss = new SquaredLoss();

    /**
     * Makes the problem from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public HeatProblem(Config config) {
        this(config.resolution(), config.diffusion());
    }

    /**
     * Makes the problem.
     *
     * @param resolution cells per axis, at least 4
     * @param diffusion diffusivity times duration in squared cells, not negative
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public HeatProblem(int resolution, double diffusion) {
        if (resolution < 4) {
            throw new IllegalArgumentException("resolution is " + resolution + ", expected at least 4 cells per axis");
        }
        if (!(diffusion >= 0)) {
            throw new IllegalArgumentException("diffusion is " + diffusion + ", expected zero or more squared cells");
        }
        this.resolution = resolution;
        this.simulator = new HeatSimulator(resolution, diffusion);
        this.generator = new HeatGenerator(resolution);
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
        Examples x = Examples.create(DataType.DOUBLE, size, resolution, resolution);
        BatchLoop.forEach(size, () -> new double[x.entries()], (field, example) -> {
            generator.draw(random.stream("rectangles", example), field);
            x.write(example, field);
        });
        return x.array();
    }

    @Override
    public long[] inputShape() {
        return new long[] {1, resolution, resolution};
    }

    @Override
    public long[] outputShape() {
        return inputShape();
    }

    @Override
    public INDArray input(Batch batch) {
        int size = Shapes.requireBatch("y*", batch.target(), simulator.effectShape());
        return Examples.copy(batch.target(), DataType.FLOAT, size, 1, resolution, resolution);
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        int size = Shapes.requireBatch("the network output", output, outputShape());
        Shapes.requireSize("the network output", output, batch.size());
        Examples answer = Examples.of(output);
        Examples target = Examples.of(batch.target());
        Examples x = Examples.create(DataType.DOUBLE, size, resolution, resolution);
        BatchLoop.forEach(size, () -> new double[x.entries()], (field, example) -> {
            target.read(example, field);
            double mean = mean(field);
            answer.read(example, field);
            add(field, mean - mean(field));
            x.write(example, field);
        });
        return x.array();
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        int size = Shapes.requireBatch("the cotangent", cotangent, simulator.causeShape());
        Examples given = Examples.of(cotangent);
        Examples gradient = Examples.create(DataType.FLOAT, size, 1, resolution, resolution);
        BatchLoop.forEach(size, () -> new double[gradient.entries()], (field, example) -> {
            given.read(example, field);
            add(field, -mean(field));
            gradient.write(example, field);
        });
        return gradient.array();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static void add(double[] values, double summand) {
        for (int i = 0; i < values.length; i++) {
            values[i] += summand;
        }
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
                DeviceCode.source(HeatProblem.class, "problem.cu") + FieldMetrics.deviceSource(),
                Map.of(),
                Map.of(),
                Map.of()));
    }
}
