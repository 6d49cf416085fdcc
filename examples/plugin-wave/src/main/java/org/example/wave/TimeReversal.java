package org.example.wave;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.Simulator;
import org.physgrad.api.Solution;
import org.physgrad.math.Shapes;
import org.physgrad.math.StepOutcomes;
import org.physgrad.math.Values;

/**
 * Sends what is wrong back in time: x = x + P(y* - P(x)). Waves that run backwards are waves, so the simulator itself carries a difference at the end to where it came
 * from; only its velocity, which nobody observed, is missing, and half of it goes astray. Each pass leaves the part 1 - P^2 of the error, which is
 * largest for the modes that happen to be flat at the time of the observation.
 */
@Component(factory = InverseSolver.FACTORY + "wave-time-reversal", service = InverseSolver.class)
@Designate(ocd = TimeReversal.Config.class)
public final class TimeReversal implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(name = "Time reversal", description = "Runs the difference of waves backwards to its source")
    public @interface Config {
        @AttributeDefinition(
                name = "Passes",
                description = "Times that the difference is sent back, two simulations each",
                min = "1",
                max = "100000")
        int passes() default 4;
    }

    private final int passes;

    @Activate
    public TimeReversal(Config config) {
        this(config.passes());
    }

    /**
     * Makes the solver.
     *
     * @param passes times that the difference is sent back, at least 1
     * @throws IllegalArgumentException if there are fewer
     */
    public TimeReversal(int passes) {
        if (passes < 1) {
            throw new IllegalArgumentException("passes is " + passes + ", expected at least 1");
        }
        this.passes = passes;
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.simulator() instanceof WaveSimulator
                ? Optional.empty()
                : Optional.of("it sends waves back in time, and this is no wave problem");
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        Simulator simulator = task.simulator();
        Shapes.requireBatch("x0", x0, simulator.causeShape());
        double[] target = Values.of(task.target());
        double[] x = Values.of(x0);
        double[] y = Values.of(y0);
        for (int pass = 0; pass < passes; pass++) {
            if (pass > 0) {
                y = Values.of(simulator.simulate(array(x, x0), task.context()));
            }
            for (int i = 0; i < y.length; i++) {
                y[i] = target[i] - y[i];
            }
            double[] source = Values.of(simulator.simulate(array(y, x0), task.context()));
            for (int i = 0; i < x.length; i++) {
                x[i] += source[i];
            }
        }
        return StepOutcomes.solution(x, DataType.DOUBLE, x0.shape());
    }

    private static INDArray array(double[] values, INDArray like) {
        return Values.array(values, DataType.DOUBLE, like.shape());
    }
}
