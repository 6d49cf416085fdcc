package org.physgrad.solvers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Linearization;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.StepOutcomes;
import org.physgrad.math.Values;

/**
 * Gradient descent with momentum: v = momentum v + eta dL/dx, x = x - v. An example whose next x is not finite stays at its last finite x.
 */
@Component(factory = InverseSolver.FACTORY + "gradient-descent", service = InverseSolver.class)
@Designate(ocd = GradientDescent.Config.class)
public final class GradientDescent implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(
            name = "Gradient descent",
            description = "Follows the negative gradient; works for any problem")
    public @interface Config {
        @AttributeDefinition(
                name = "Learning rate",
                description = "Step size eta per unit of gradient, in units of x^2 per unit of the loss",
                min = "0")
        double learningRate() default 1;

        @AttributeDefinition(name = "Iterations", description = "Number of steps", min = "1", max = "1000000")
        int iterations() default 1;

        @AttributeDefinition(
                name = "Momentum",
                description = "Share of the last step that is repeated, from 0 to below 1",
                min = "0",
                max = "1")
        double momentum() default 0;
    }

    private final double learningRate;
    private final int iterations;
    private final double momentum;

    /**
     * Makes the solver from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public GradientDescent(Config config) {
        this(config.learningRate(), config.iterations(), config.momentum());
    }

    /**
     * Makes the solver.
     *
     * @param learningRate step size eta, positive
     * @param iterations number of steps, at least 1
     * @param momentum share of the last step that is repeated, from 0 to below 1
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public GradientDescent(double learningRate, int iterations, double momentum) {
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new IllegalArgumentException("learningRate is " + learningRate + ", expected a positive number");
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations is " + iterations + ", expected at least 1");
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum is " + momentum + ", expected from 0 to below 1");
        }
        this.learningRate = learningRate;
        this.iterations = iterations;
        this.momentum = momentum;
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        double[] x = Values.of(x0);
        int size = Math.toIntExact(x0.size(0));
        int[] steps = new int[size];
        double[] velocity = new double[x.length];
        for (int iteration = 0; iteration < iterations; iteration++) {
            INDArray gradient;
            if (iteration == 0) {
                gradient = task.simulator().adjoint(x0, task.loss().gradient(y0, task.target()), task.context());
            } else {
                INDArray at = Values.array(x, task.simulator().precision(), x0.shape());
                Linearization linearization = task.simulator().linearize(at, task.context());
                gradient = linearization.adjoint(task.loss().gradient(linearization.value(), task.target()));
            }
            advance(x, velocity, Values.of(gradient), steps, iteration);
        }
        List<Outcome> outcomes = Arrays.stream(steps).mapToObj(this::outcome).toList();
        return new Solution(Values.array(x, task.simulator().precision(), x0.shape()), outcomes);
    }

    /** Makes one step with every example that has come through all steps before. */
    private void advance(double[] x, double[] velocity, double[] gradient, int[] steps, int iteration) {
        int entries = x.length / steps.length;
        IntStream.range(0, steps.length)
                .filter(example -> steps[example] == iteration)
                .forEach(example -> {
                    int offset = example * entries;
                    double[] next = new double[entries];
                    for (int i = 0; i < entries; i++) {
                        velocity[offset + i] = momentum * velocity[offset + i] + learningRate * gradient[offset + i];
                        next[i] = x[offset + i] - velocity[offset + i];
                    }
                    if (StepOutcomes.isFinite(next, 0, entries)) {
                        System.arraycopy(next, 0, x, offset, entries);
                        steps[example]++;
                    }
                });
    }

    private Outcome outcome(int steps) {
        return steps == iterations
                ? new Outcome(Status.STEPPED, Double.NaN, iterations, "")
                : new Outcome(
                        Status.DIVERGED,
                        Double.NaN,
                        steps + 1,
                        "x stopped being finite in step " + (steps + 1) + "; lower learningRate or momentum");
    }
}
