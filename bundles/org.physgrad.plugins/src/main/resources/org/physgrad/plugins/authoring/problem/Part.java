package {{package}};

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
import org.physgrad.math.FieldMetrics;
import org.physgrad.math.Shapes;
import org.physgrad.math.SquaredLoss;
import org.physgrad.math.Values;

/** Find the signal x, {@code [batch, n]}, that was heard with its echo: y_i = x_i + strength x_(i - delay), on a ring. */
@Component(factory = Problem.FACTORY + "{{type}}", service = Problem.class)
@Designate(ocd = {{class}}.Config.class)
public final class {{class}} implements Problem {

    /** Parameters of the problem. */
    @ObjectClassDefinition(name = "{{title}}", description = "Find a signal that was heard with its echo")
    public @interface Config {
        @AttributeDefinition(name = "Length", description = "Samples of a signal", min = "2", max = "65536")
        int length() default 32;

        @AttributeDefinition(name = "Delay", description = "Samples by which the echo is late", min = "1", max = "65535")
        int delay() default 5;

        @AttributeDefinition(name = "Strength", description = "Height of the echo, 1 for that of the signal", min = "0")
        double strength() default 0.6;
    }

    private final int length;
    private final Simulator simulator;
    private final Loss loss = new SquaredLoss();

    @Activate
    public {{class}}(Config config) {
        this(config.length(), config.delay(), config.strength());
    }

    /**
     * Makes the problem.
     *
     * @param length samples of a signal, at least 2
     * @param delay samples by which the echo is late, from 1 to length - 1
     * @param strength height of the echo, not negative
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public {{class}}(int length, int delay, double strength) {
        if (length < 2 || delay < 1 || delay >= length || !(strength >= 0)) {
            throw new IllegalArgumentException("length is " + length + ", delay is " + delay + " and strength is "
                    + strength + ", expected at least 2, from 1 to length - 1, and zero or more");
        }
        this.length = length;
        this.simulator = new Echo(length, delay, strength);
    }

    /** The physics, and its adjoint product. */
    private record Echo(int length, int delay, double strength) implements Simulator {

        @Override
        public long[] causeShape() {
            return new long[] {length};
        }

        @Override
        public long[] effectShape() {
            return causeShape();
        }

        @Override
        public INDArray simulate(INDArray x, Context context) {
            Shapes.requireBatch("x", x, causeShape());
            return add(x, length - delay);
        }

        /** What went into y_i and y_(i + delay) gets its share back from both. */
        @Override
        public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
            Shapes.requireSame("the cotangent", cotangent, "x", x);
            return add(cotangent, delay);
        }

        /** Adds to each sample a share of the one so many samples ahead. */
        private INDArray add(INDArray signals, int ahead) {
            double[] in = Values.of(signals);
            double[] out = new double[in.length];
            for (int i = 0; i < out.length; i++) {
                int start = i - i % length;
                out[i] = in[i] + strength * in[start + (i - start + ahead) % length];
            }
            return Values.array(out, DataType.DOUBLE, signals.shape());
        }
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

    /** Draws signals of a few clicks; each example has random numbers of its own. */
    @Override
    public Batch sample(int size, RandomStreams random) {
        double[] signals = new double[size * length];
        for (int example = 0; example < size; example++) {
            RandomGenerator numbers = random.stream("clicks", example);
            int clicks = 1 + numbers.nextInt(4);
            for (int click = 0; click < clicks; click++) {
                signals[example * length + numbers.nextInt(length)] += numbers.nextGaussian();
            }
        }
        INDArray x = Values.array(signals, DataType.DOUBLE, size, length);
        return new Batch(simulator.simulate(x, Context.EMPTY), Context.EMPTY, Optional.of(x));
    }

    @Override
    public long[] inputShape() {
        return new long[] {length};
    }

    @Override
    public long[] outputShape() {
        return new long[] {length};
    }

    @Override
    public INDArray input(Batch batch) {
        return batch.target().castTo(DataType.FLOAT);
    }

    @Override
    public INDArray cause(INDArray output, Batch batch) {
        return output.castTo(DataType.DOUBLE);
    }

    @Override
    public INDArray causeAdjoint(INDArray cotangent, Batch batch) {
        return cotangent.castTo(DataType.FLOAT);
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
