package org.physgrad.problem.heat;

import java.util.List;
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
import org.physgrad.api.Loss;
import org.physgrad.api.Problem;
import org.physgrad.api.RandomStreams;
import org.physgrad.api.Reduction;
import org.physgrad.api.Simulator;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.FieldMetrics;
import org.physgrad.math.Shapes;
import org.physgrad.math.SquaredLoss;
import org.physgrad.math.Values;

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
        int cells = resolution * resolution;
        double[] fields = new double[size * cells];
        BatchLoop.forEach(
                size, example -> generator.draw(random.stream("rectangles", example), fields, example * cells));
        INDArray x = Values.array(fields, DataType.DOUBLE, size, resolution, resolution);
        return new Batch(simulator.simulate(x, Context.EMPTY), Context.EMPTY, Optional.of(x));
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
        return Values.array(Values.of(batch.target()), DataType.FLOAT, size, 1, resolution, resolution);
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        int size = Shapes.requireBatch("the network output", output, outputShape());
        Shapes.requireSize("the network output", output, batch.size());
        int cells = resolution * resolution;
        double[] x = Values.of(output);
        double[] target = Values.of(batch.target());
        BatchLoop.forEach(size, example -> {
            int offset = example * cells;
            add(x, offset, cells, mean(target, offset, cells) - mean(x, offset, cells));
        });
        return Values.array(x, DataType.DOUBLE, size, resolution, resolution);
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        int size = Shapes.requireBatch("the cotangent", cotangent, simulator.causeShape());
        int cells = resolution * resolution;
        double[] gradient = Values.of(cotangent);
        BatchLoop.forEach(size, example -> {
            int offset = example * cells;
            add(gradient, offset, cells, -mean(gradient, offset, cells));
        });
        return Values.array(gradient, DataType.FLOAT, size, 1, resolution, resolution);
    }

    private static double mean(double[] values, int offset, int length) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += values[i];
        }
        return sum / length;
    }

    private static void add(double[] values, int offset, int length, double summand) {
        for (int i = offset; i < offset + length; i++) {
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
}
