package org.physgrad.engine.scheme;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.TrainingScheme;
import org.physgrad.engine.training.IterationMemory;
import org.physgrad.math.Values;

/**
 * Supervised training (paper, Eq. 3): L = 1/2 ||x0 - x*||^2 with labels that do not depend on the prediction. With an inverse solver the label is
 * x* = P^-1(y* | x_init) from a fixed or random start; without one it is the generator's own cause.
 */
@Component(factory = TrainingScheme.FACTORY + "supervised", service = TrainingScheme.class)
@Designate(ocd = Supervised.Config.class)
public final class Supervised implements TrainingScheme {

    /** Where the inverse solver starts from when it makes the labels. */
    public enum Start {
        /** The same value in every entry. */
        fixed,
        /** Uniform random numbers in (0, startValue], new in each iteration. */
        random
    }

    /** Parameters of the scheme. */
    @ObjectClassDefinition(
            name = "Supervised",
            description =
                    "Trains with labels: an inverse solver's answer from a start that ignores the prediction, or the true cause (Eq. 3)")
    public @interface Config {
        /** Where the inverse solver starts from. */
        @AttributeDefinition(
                name = "Start",
                description =
                        "start of the inverse solver: fixed = startValue everywhere, random = uniform in (0, startValue]")
        Start start() default Start.fixed;

        /** The fixed start, or the largest random one. */
        @AttributeDefinition(
                name = "Start value",
                description = "fixed start, or upper end of the random ones, in units of the cause")
        double startValue() default 1.0;
    }

    private final Start start;
    private final double value;

    /**
     * Made by Declarative Services.
     *
     * @param config the parameters
     */
    @Activate
    public Supervised(Config config) {
        this(config.start(), config.startValue());
    }

    /**
     * Makes the scheme.
     *
     * @param start where the inverse solver starts from
     * @param value the fixed start, or the largest random one, in units of the cause
     */
    public Supervised(Start start, double value) {
        this.start = start;
        this.value = value;
    }

    @Override
    public Optional<String> refuses(Problem problem, Optional<InverseSolver> solver) {
        return Optional.empty();
    }

    @Override
    public boolean learnsFromCauses(Optional<InverseSolver> solver) {
        return solver.isEmpty();
    }

    @Override
    public Result gradient(Iteration iteration, INDArray x0) {
        InverseTask task = InverseTask.of(iteration.problem(), iteration.batch());
        INDArray y0 = task.simulator().simulate(x0, task.context());
        if (iteration.solver().isEmpty()) {
            return Regression.towards(iteration.batch().cause().orElseThrow(), x0, y0, 0);
        }
        try (IterationMemory memory = new IterationMemory()) {
            memory.borrow(task.target());
            INDArray from = memory.own(
                    start == Start.fixed ? Nd4j.valueArrayOf(x0.shape(), value, x0.dataType()) : random(iteration, x0));
            INDArray y = memory.own(task.simulator().simulate(from, task.context()));
            INDArray label =
                    memory.own(iteration.solver().get().solve(task, from, y).x());
            return Regression.towards(label, x0, y0, 1);
        }
    }

    private INDArray random(Iteration iteration, INDArray x0) {
        RandomGenerator random = iteration.random().stream("supervised-start");
        // 1 - u turns [0, 1) into (0, 1]: a start of exactly zero has no closest solution.
        double[] values = random.doubles(x0.length()).map(u -> value * (1 - u)).toArray();
        return Values.array(values, x0.dataType(), x0.shape());
    }
}
