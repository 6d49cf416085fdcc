package org.physgrad.problem.fluid;

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
import org.physgrad.api.Solution;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Shapes;
import org.physgrad.math.StepOutcomes;
import org.physgrad.math.Values;

/**
 * Estimates the initial velocity from a run forward and a run back from the observed marker (paper, section 3.4): v0 = U + s (vortex in the
 * middle of the domain). The uniform part U carries the marker's centre of mass to the middle; the strength s is that of the guess,
 * corrected by how far apart both runs' centres of mass are: ds = 1e-3 mean_k (f_k - r_k) x (r_k - q_k), where f_k and r_k are the centres
 * of mass of the two runs k steps before the end and q_k is the place of the vortex. Fluctuations of the guess are dropped.
 *
 * <p>As published, q_k = middle + U (steps - k) for k {@literal >} 0 lacks the duration of a step. The published form is the default: the
 * corrected one needs more iterations and ends no better.
 */
@Component(factory = InverseSolver.FACTORY + "fluid-inverse", service = InverseSolver.class)
@Designate(ocd = FluidInverse.Config.class)
public final class FluidInverse implements InverseSolver {

    private static final double GAIN = 1e-3;

    /** Parameters of the solver. */
    @ObjectClassDefinition(
            name = "Fluid inverse",
            description = "Estimates uniform flow and vortex by a simulation back from the observation")
    public @interface Config {
        @AttributeDefinition(
                name = "Time-consistent",
                description =
                        "Whether the vortex moves by the duration of a step per step (true) or as published (false)")
        boolean timeConsistent() default false;
    }

    private final boolean timeConsistent;

    /**
     * Makes the solver from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public FluidInverse(Config config) {
        this(config.timeConsistent());
    }

    /**
     * Makes the solver.
     *
     * @param timeConsistent whether the vortex moves by the duration of a step per step, or as published
     */
    public FluidInverse(boolean timeConsistent) {
        this.timeConsistent = timeConsistent;
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.simulator() instanceof FluidSimulator
                ? Optional.empty()
                : Optional.of("it reverses the fluid simulation only; choose a solver for any problem, such as"
                        + " gradient-descent, or the problem's own");
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        if (!(task.simulator() instanceof FluidSimulator simulator)) {
            throw new IllegalArgumentException("fluid-inverse reverses the fluid simulation only, and the simulator is "
                    + task.simulator().getClass().getName());
        }
        int size = Shapes.requireBatch("x0", x0, simulator.causeShape());
        Shapes.requireBatch("y0", y0, simulator.effectShape());
        Shapes.requireSize("y0", y0, size);
        Shapes.requireBatch("y*", task.target(), simulator.effectShape());
        Shapes.requireSize("y*", task.target(), size);
        Run run = simulator.run(x0, task.context());
        double[] target = Values.of(task.target());
        double[] x = new double[run.x().length];
        Vortex vortex = new Vortex(simulator.domain());
        BatchLoop.forEach(
                size,
                example -> simulator.rollouts().use(rollout -> {
                    rollout.startReversed(run.velocity(), target, example);
                    Vec[] forward = run.centres()[example];
                    Vec[] back = simulator.centres(rollout);
                    Vec uniform = Vec.MIDDLE.minus(forward[0]).times(1 / simulator.duration());
                    int offset = 2 * example * simulator.domain().cells();
                    double strength = vortex.strength(run.x(), offset) + correction(simulator, uniform, forward, back);
                    vortex.write(strength, uniform, x, offset);
                }));
        return StepOutcomes.solution(x, DataType.DOUBLE, x0.shape());
    }

    private double correction(FluidSimulator simulator, Vec uniform, Vec[] forward, Vec[] back) {
        int steps = simulator.steps();
        double timeStep = simulator.duration() / steps;
        double sum = 0;
        for (int k = 0; k <= steps; k++) {
            double travelled = k == 0 || timeConsistent ? (steps - k) * timeStep : steps - k;
            Vec place = Vec.MIDDLE.plus(uniform.times(travelled));
            sum += forward[steps - k].minus(back[k]).cross(back[k].minus(place));
        }
        return GAIN * sum / (steps + 1);
    }
}
