package org.physgrad.problem.sine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * Find a minimum x, {@code [batch]}, of sin(a / x), given a, {@code [batch]}: the observation is always y* = -1 and the network sees a (paper,
 * section 3.1). There are infinitely many minima, so no batch has a true cause. The metric {@code residual} is the mean of sin(a / x) + 1.
 */
@Component(factory = Problem.FACTORY + "sine", service = Problem.class)
@Designate(ocd = SineProblem.Config.class)
public final class SineProblem implements Problem {

    private static final double MINIMUM = -1;

    /** Parameters of the problem. */
    @ObjectClassDefinition(name = "Sine", description = "Find a minimum of sin(a / x)")
    public @interface Config {
        @AttributeDefinition(name = "Smallest a", description = "Lower end of the range of a, dimensionless", min = "0")
        double aMin() default 0.1;

        @AttributeDefinition(name = "Largest a", description = "Upper end of the range of a, dimensionless", min = "0")
        double aMax() default 10.1;
    }

    private final double aMin;
    private final double aMax;
    private final Simulator simulator = new SineSimulator();
    private final Loss loss = new HeightLoss();

    /**
     * Makes the problem from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public SineProblem(Config config) {
        this(config.aMin(), config.aMax());
    }

    /**
     * Makes the problem.
     *
     * @param aMin lower end of the range of a, positive
     * @param aMax upper end of the range of a, larger than {@code aMin}
     * @throws IllegalArgumentException if the range is empty or reaches zero
     */
    public SineProblem(double aMin, double aMax) {
        if (!(0 < aMin && aMin < aMax && Double.isFinite(aMax))) {
            throw new IllegalArgumentException(
                    "the range of a is from " + aMin + " to " + aMax + ", expected 0 < aMin < aMax");
        }
        this.aMin = aMin;
        this.aMax = aMax;
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
    public boolean knowsCause() {
        return false;
    }

    @Override
    public Batch sample(int size, RandomStreams random) {
        // One number per example is too little to open a stream for.
        RandomGenerator generator = random.stream(SineSimulator.PARAMETER);
        double[] parameters = new double[size];
        for (int i = 0; i < size; i++) {
            parameters[i] = aMin + (aMax - aMin) * generator.nextDouble();
        }
        double[] targets = new double[size];
        Arrays.fill(targets, MINIMUM);
        return new Batch(
                Values.array(targets, DataType.DOUBLE, size),
                Context.of(SineSimulator.PARAMETER, Values.array(parameters, DataType.DOUBLE, size)),
                Optional.empty());
    }

    @Override
    public long[] inputShape() {
        return new long[] {1};
    }

    @Override
    public long[] outputShape() {
        return new long[] {1};
    }

    @Override
    public INDArray input(Batch batch) {
        INDArray parameter = batch.context().get(SineSimulator.PARAMETER);
        int size = Shapes.requireBatch("the context array a", parameter);
        return Values.array(Values.of(parameter), DataType.FLOAT, size, 1);
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        int size = Shapes.requireBatch("the network output", output, outputShape());
        Shapes.requireSize("the network output", output, batch.size());
        return Values.array(Values.of(output), DataType.DOUBLE, size);
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        int size = Shapes.requireBatch("the cotangent", cotangent);
        return Values.array(Values.of(cotangent), DataType.FLOAT, size, 1);
    }

    @Override
    public List<String> metricNames() {
        return List.of("residual");
    }

    @Override
    public double[] metrics(Batch batch, INDArray x, INDArray y) {
        return new double[] {Arrays.stream(Values.of(y)).average().orElse(Double.NaN) - MINIMUM};
    }
}
