package org.physgrad.engine.scheme;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.Simulator;
import org.physgrad.api.TrainingScheme;
import org.physgrad.engine.training.IterationMemory;
import org.physgrad.math.Shapes;

/**
 * Physical gradients (paper, Eq. 5 and Algorithm 1): an inverse solver improves the prediction x0 to x_n, and the network is trained with
 * L = 1/2 ||x0 - x_n||^2 where x_n is held fixed, so dL/dx0 = x0 - x_n.
 */
@Component(factory = TrainingScheme.FACTORY + "physical-gradient", service = TrainingScheme.class)
@Designate(ocd = PhysicalGradient.Config.class)
public final class PhysicalGradient implements TrainingScheme {

    /** Parameters of the scheme. */
    @ObjectClassDefinition(
            name = "Physical gradient",
            description = "Trains with the step of an inverse solver in place of the gradient of the physics (Eq. 5)")
    public @interface Config {
        /** Number of solver calls, each from the answer of the one before. */
        @AttributeDefinition(name = "Steps", description = "calls of the inverse solver per iteration (n)", min = "1")
        int steps() default 1;
    }

    private final int steps;

    /**
     * Made by Declarative Services.
     *
     * @param config the parameters
     */
    @Activate
    public PhysicalGradient(Config config) {
        this(config.steps());
    }

    /**
     * Makes the scheme.
     *
     * @param steps calls of the inverse solver per iteration, at least 1
     */
    public PhysicalGradient(int steps) {
        this.steps = steps;
    }

    @Override
    public Optional<String> refuses(Problem problem, Optional<InverseSolver> solver) {
        return solver.isPresent() ? Optional.empty() : Optional.of("it needs an inverse solver: set training.solver");
    }

    @Override
    public Result gradient(Iteration iteration, INDArray x0) {
        InverseTask task = InverseTask.of(iteration.problem(), iteration.batch());
        InverseSolver solver = iteration.solver().orElseThrow();
        INDArray y0 = task.simulator().simulate(x0, task.context());
        try (IterationMemory memory = new IterationMemory()) {
            memory.borrow(x0, y0, task.target());
            INDArray x = memory.own(solver.solve(task, x0, y0).x());
            for (int step = 1; step < steps; step++) {
                try (INDArray y = task.simulator().simulate(x, task.context())) {
                    x = memory.own(solver.solve(task, x, y).x());
                }
            }
            return Regression.towards(x, x0, y0, steps);
        }
    }

    @Override
    public Optional<DeviceCode> schemeCode(Problem problem) {
        Simulator simulator = problem.simulator();
        return Optional.of(new DeviceCode(
                DeviceCode.source(PhysicalGradient.class, "physical-gradient.cu"),
                Map.of("PG_STEPS", steps),
                Map.of(),
                Map.of(
                        "PG_GUESS", Shapes.entries(simulator.causeShape()),
                        "PG_EFFECT", Shapes.entries(simulator.effectShape()))));
    }
}
