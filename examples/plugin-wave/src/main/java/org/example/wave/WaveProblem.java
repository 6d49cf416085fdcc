package org.example.wave;

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

/** Find the heights x, {@code [batch, n, n]}, that drops left in a basin from the heights y* of the waves a while later, of the same shape. */
@Component(factory = Problem.FACTORY + "wave", service = Problem.class)
@Designate(ocd = WaveProblem.Config.class)
public final class WaveProblem implements Problem {

    /** The largest Courant number that is stable in two dimensions is the root of 1/2. */
    private static final double STABLE = 0.7;

    /** Parameters of the problem. */
    @ObjectClassDefinition(name = "Wave", description = "Find where drops fell into a basin from the waves they left")
    public @interface Config {
        @AttributeDefinition(name = "Resolution", description = "Cells per axis", min = "4", max = "4096")
        int resolution() default 64;

        @AttributeDefinition(
                name = "Steps",
                description = "Number of time steps between the drops and the observation",
                min = "1",
                max = "100000")
        int steps() default 48;

        @AttributeDefinition(
                name = "Courant number",
                description = "Cells that a wave travels per step in the deepest water",
                min = "0",
                max = "0.7")
        double courant() default 0.5;

        @AttributeDefinition(
                name = "Shelving",
                description = "Share of the waves' speed that is lost at the shallow end",
                min = "0",
                max = "0.99")
        double shelving() default 0.5;
    }

    private final int resolution;
    private final WaveSimulator simulator;
    private final Drops drops;
    private final Loss loss = new SquaredLoss();

    @Activate
    public WaveProblem(Config config) {
        this(config.resolution(), config.steps(), config.courant(), config.shelving());
    }

    /**
     * Makes the problem.
     *
     * @param resolution cells per axis, at least 4
     * @param steps number of time steps, at least 1
     * @param courant cells that a wave travels per step in the deepest water, above 0 and at most 0.7
     * @param shelving share of that speed that is lost at the shallow end, from 0 to below 1
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public WaveProblem(int resolution, int steps, double courant, double shelving) {
        if (resolution < 4 || steps < 1) {
            throw new IllegalArgumentException(
                    "resolution is " + resolution + " and steps is " + steps + ", expected at least 4 and at least 1");
        }
        if (!(courant > 0 && courant <= STABLE)) {
            throw new IllegalArgumentException("courant is " + courant + ", expected more than 0 and at most " + STABLE
                    + ", above which the simulation would be unstable");
        }
        if (!(shelving >= 0 && shelving < 1)) {
            throw new IllegalArgumentException("shelving is " + shelving + ", expected from 0 to below 1");
        }
        this.resolution = resolution;
        this.simulator = new WaveSimulator(resolution, steps, courant, shelving);
        this.drops = new Drops(resolution);
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
        double[] heights = new double[size * cells];
        BatchLoop.forEach(size, example -> drops.draw(random.stream("drops", example), heights, example * cells));
        INDArray x = Values.array(heights, DataType.DOUBLE, size, resolution, resolution);
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
        return images("y*", batch.target());
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        int size = Shapes.requireBatch("the network output", output, outputShape());
        return Values.array(Values.of(output), DataType.DOUBLE, size, resolution, resolution);
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        return images("the cotangent", cotangent);
    }

    /** Fields of the physics as the network has them: float32, one channel. */
    private INDArray images(String name, INDArray fields) {
        int size = Shapes.requireBatch(name, fields, simulator.causeShape());
        return Values.array(Values.of(fields), DataType.FLOAT, size, 1, resolution, resolution);
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
