package org.physgrad.problem.sine;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Problem;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * The minimum of sin(a / x) that belongs to a guess (paper, section 3.1). The minima are x*_n = a / (3 pi / 2 + 2 pi n) for every integer n. The index is
 * rounded, n = round(a / (2 pi x) - 3/4), which gives the minimum whose basin of attraction contains x: it is nearest in 1 / x, not always in
 * x. Where the rounded minimum lies on the other side of zero, the outermost on the own side is taken. x = 0 stays.
 */
@Component(factory = InverseSolver.FACTORY + "sine-inverse", service = InverseSolver.class)
@Designate(ocd = SineInverse.Config.class)
public final class SineInverse implements InverseSolver {

    /** The solver has no parameters. */
    @ObjectClassDefinition(
            name = "Sine inverse",
            description = "Takes the minimum of sin(a / x) in whose basin the guess lies")
    public @interface Config {}

    private static final Outcome FOUND = new Outcome(Status.CONVERGED, 0, 0, "");
    private static final Outcome NOWHERE = new Outcome(
            Status.STALLED,
            Double.NaN,
            0,
            "no minimum is the closest to this x (zero, or as good as zero); start elsewhere");

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.simulator() instanceof SineSimulator
                ? Optional.empty()
                : Optional.of("it knows the minima of sin(a / x) only; choose a solver for any problem, such as"
                        + " gradient-descent, or the problem's own");
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        if (!(task.simulator() instanceof SineSimulator)) {
            throw new IllegalArgumentException("sine-inverse knows the minima of sin(a / x) only, and the simulator is "
                    + task.simulator().getClass().getName());
        }
        int size = Shapes.requireBatch("x0", x0);
        double[] parameter = SineSimulator.parameter(task.context(), size);
        double[] x = Values.of(x0);
        Outcome[] outcomes = new Outcome[size];
        for (int i = 0; i < size; i++) {
            double minimum = minimum(parameter[i], x[i]);
            boolean found = minimum != 0 && Double.isFinite(minimum);
            outcomes[i] = found ? FOUND : NOWHERE;
            x[i] = found ? minimum : x[i];
        }
        return new Solution(Values.array(x, DataType.DOUBLE, size), List.of(outcomes));
    }

    private static double minimum(double a, double x) {
        double index = Math.rint(a / (2 * Math.PI * x) - 0.75);
        if (index == 0 || index == -1) {
            index = x > 0 ? 0 : -1;
        }
        return a / (1.5 * Math.PI + 2 * Math.PI * index);
    }
}
