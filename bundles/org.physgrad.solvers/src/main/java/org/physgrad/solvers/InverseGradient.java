package org.physgrad.solvers;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Component;
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
 * The inverse gradient: x1 = x0 - L / L', the step to where the tangent of the loss reaches zero (paper, section 3.1). For causes of one dimension
 * and losses whose minimum is zero. Where L' = 0 the step is 0 if L = 0, else infinite: whoever takes the step limits it.
 */
@Component(factory = InverseSolver.FACTORY + "inverse-gradient", service = InverseSolver.class)
@Designate(ocd = InverseGradient.Config.class)
public final class InverseGradient implements InverseSolver {

    /** The solver has no parameters. */
    @ObjectClassDefinition(
            name = "Inverse gradient",
            description = "Steps to where the tangent of the loss reaches zero; for causes of one dimension")
    public @interface Config {}

    @Override
    public Optional<String> refuses(Problem problem) {
        int dimensions = Shapes.entries(problem.simulator().causeShape());
        return dimensions == 1
                ? Optional.empty()
                : Optional.of("inverse-gradient works for causes of one dimension, and those of this problem have "
                        + dimensions + "; choose l-bfgs or the problem's own inverse solver");
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        Simulator simulator = task.simulator();
        Shapes.requireBatch("x0", x0, simulator.causeShape());
        if (Shapes.entries(simulator.causeShape()) != 1) {
            throw new IllegalArgumentException("inverse-gradient works for causes of one dimension, and those of "
                    + simulator.getClass().getName() + " have " + Shapes.entries(simulator.causeShape()));
        }
        INDArray slope = task.loss().gradient(y0, task.target());
        double[] losses = Values.of(task.loss().value(y0, task.target()));
        double[] gradient = Values.of(simulator.adjoint(x0, slope, task.context()));
        double[] x = Values.of(x0);
        for (int i = 0; i < x.length; i++) {
            x[i] -= losses[i] == 0 ? 0 : losses[i] / gradient[i];
        }
        return StepOutcomes.solution(x, simulator.precision(), x0.shape());
    }
}
