package org.physgrad.problem.poisson;

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
import org.physgrad.api.Solution;
import org.physgrad.math.StepOutcomes;

/**
 * The inverse of the Poisson problem, which is the Laplacian itself: x1 = x0 - eta lap(P(x0) - y*) (paper, section 3.2). With eta = 1 the answer is the
 * source of y*, whatever the guess.
 */
@Component(factory = InverseSolver.FACTORY + "poisson-inverse", service = InverseSolver.class)
@Designate(ocd = PoissonInverse.Config.class)
public final class PoissonInverse implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(name = "Poisson inverse", description = "Applies the Laplacian to the remaining difference")
    public @interface Config {
        @AttributeDefinition(
                name = "Learning rate",
                description = "Share eta of the full inverse step, dimensionless",
                min = "0",
                max = "2")
        double learningRate() default 1;
    }

    private final double learningRate;

    /**
     * Makes the solver from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public PoissonInverse(Config config) {
        this(config.learningRate());
    }

    /**
     * Makes the solver.
     *
     * @param learningRate share eta of the full inverse step, more than 0 and at most 2
     * @throws IllegalArgumentException if it is out of range
     */
    public PoissonInverse(double learningRate) {
        if (!(learningRate > 0 && learningRate <= 2)) {
            throw new IllegalArgumentException(
                    "learningRate is " + learningRate + ", expected more than 0 and at most 2");
        }
        this.learningRate = learningRate;
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.simulator() instanceof PoissonSimulator
                ? Optional.empty()
                : Optional.of("it inverts the Poisson equation only; choose a solver for any problem, such as"
                        + " gradient-descent, or the problem's own");
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        if (!(task.simulator() instanceof PoissonSimulator simulator)) {
            throw new IllegalArgumentException(
                    "poisson-inverse inverts the Poisson equation only, and the simulator is "
                            + task.simulator().getClass().getName());
        }
        Laplacian laplacian = simulator.laplacian();
        return StepOutcomes.step(task, x0, y0, (difference, correction) -> {
            laplacian.apply(difference, correction);
            for (int i = 0; i < correction.length; i++) {
                correction[i] *= learningRate;
            }
        });
    }

    @Override
    public Optional<DeviceCode> solverCode(Problem problem) {
        return Optional.of(new DeviceCode(
                DeviceCode.source(PoissonInverse.class, "inverse.cu"),
                Map.of("POISSON_RATE", learningRate),
                Map.of(),
                Map.of()));
    }
}
