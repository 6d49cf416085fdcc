package {{package}};

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/** One step down the gradient, x = x0 - t dL/dx, with t halved until the loss falls. */
@Component(factory = InverseSolver.FACTORY + "{{type}}", service = InverseSolver.class)
@Designate(ocd = {{class}}.Config.class)
public final class {{class}} implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(name = "{{title}}", description = "One step down the gradient that lowers the loss")
    public @interface Config {
        @AttributeDefinition(
                name = "Step",
                description = "First step size tried, in units of x^2 per unit of the loss",
                min = "0")
        double step() default 1;

        @AttributeDefinition(name = "Trials", description = "Step sizes tried, each half the last", min = "1", max = "100")
        int trials() default 10;
    }

    private final double step;
    private final int trials;

    @Activate
    public {{class}}(Config config) {
        this(config.step(), config.trials());
    }

    /**
     * Makes the solver.
     *
     * @param step first step size tried, positive
     * @param trials number of step sizes tried, at least 1
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public {{class}}(double step, int trials) {
        if (!(step > 0) || trials < 1) {
            throw new IllegalArgumentException(
                    "step is " + step + " and trials is " + trials + ", expected a positive number and at least 1");
        }
        this.step = step;
        this.trials = trials;
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        int size = Shapes.requireBatch("x0", x0, task.simulator().causeShape());
        double[] start = Values.of(x0);
        double[] gradient = Values.of(task.simulator()
                .adjoint(x0, task.loss().gradient(y0, task.target()), task.context()));
        double[] before = losses(task, y0);
        double[] after = before.clone();
        double[] x = start.clone();
        int entries = x.length / size;
        // Examples of a batch are independent: each has its own step size, and stays once its loss has fallen.
        boolean[] fallen = new boolean[size];
        double t = step;
        int evaluations = 1;
        for (int trial = 0; trial < trials && !all(fallen); trial++) {
            for (int i = 0; i < x.length; i++) {
                x[i] = fallen[i / entries] ? x[i] : start[i] - t * gradient[i];
            }
            double[] losses = losses(task, task.simulator().simulate(array(x, x0), task.context()));
            for (int example = 0; example < size; example++) {
                if (!fallen[example] && losses[example] < before[example]) {
                    fallen[example] = true;
                    after[example] = losses[example];
                }
            }
            t /= 2;
            evaluations++;
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int example = 0; example < size; example++) {
            if (!fallen[example]) {
                System.arraycopy(start, example * entries, x, example * entries, entries);
            }
            outcomes.add(outcome(fallen[example], after[example], evaluations));
        }
        return new Solution(array(x, x0), outcomes);
    }

    private static Outcome outcome(boolean fallen, double loss, int evaluations) {
        if (fallen) {
            return new Outcome(Status.STEPPED, loss, evaluations, "");
        }
        return Double.isFinite(loss)
                ? new Outcome(Status.STALLED, loss, evaluations, "no step tried lowers the loss; choose a smaller step")
                : new Outcome(Status.DIVERGED, loss, evaluations, "the loss at x0 is not finite; check the prediction");
    }

    private static double[] losses(InverseTask task, INDArray y) {
        return Values.of(task.loss().value(y, task.target()));
    }

    private static INDArray array(double[] values, INDArray like) {
        return Values.array(values, like.dataType(), like.shape());
    }

    private static boolean all(boolean[] values) {
        for (boolean value : values) {
            if (!value) {
                return false;
            }
        }
        return true;
    }
}
