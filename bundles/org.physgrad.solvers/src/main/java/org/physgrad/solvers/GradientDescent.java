package org.physgrad.solvers;

import java.util.Arrays;
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
import org.physgrad.math.BatchLoop;
import org.physgrad.math.StepOutcomes;
import org.physgrad.math.Values;

/**
 * Gradient descent: x = x - step, where the step is eta dL/dx plus a share of the last step (momentum), or that of Adam. An example whose next x is
 * not finite stays at its last finite x.
 */
@Component(factory = InverseSolver.FACTORY + "gradient-descent", service = InverseSolver.class)
@Designate(ocd = GradientDescent.Config.class)
public final class GradientDescent implements InverseSolver {

    /** How gradients become steps; the constants' names are what experiment files say. */
    public enum Method {
        /** Plain gradient descent, or with momentum where that is not 0. */
        momentum,
        /** Adam, which gives every entry of x its own step size. */
        adam
    }

    /** Parameters of the solver. */
    @ObjectClassDefinition(
            name = "Gradient descent",
            description = "Follows the negative gradient; works for any problem")
    public @interface Config {
        @AttributeDefinition(
                name = "Method",
                description = "momentum (plain gradient descent where momentum is 0), or adam")
        Method method() default Method.momentum;

        @AttributeDefinition(
                name = "Learning rate",
                description =
                        "Step size eta: per unit of gradient, in units of x^2 per unit of the loss; for adam in units of x",
                min = "0")
        double learningRate() default 1;

        @AttributeDefinition(name = "Iterations", description = "Number of steps", min = "1", max = "1000000")
        int iterations() default 1;

        @AttributeDefinition(
                name = "Momentum",
                description = "Share of the last step that is repeated, from 0 to below 1; for the method momentum",
                min = "0",
                max = "1")
        double momentum() default 0;
    }

    private final Method method;
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
        this(config.method(), config.learningRate(), config.iterations(), config.momentum());
    }

    /**
     * Makes the solver, plain or with momentum.
     *
     * @param learningRate step size eta, positive
     * @param iterations number of steps, at least 1
     * @param momentum share of the last step that is repeated, from 0 to below 1
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public GradientDescent(double learningRate, int iterations, double momentum) {
        this(Method.momentum, learningRate, iterations, momentum);
    }

    /**
     * Makes the solver.
     *
     * @param method how gradients become steps
     * @param learningRate step size eta, positive
     * @param iterations number of steps, at least 1
     * @param momentum share of the last step that is repeated, from 0 to below 1; 0 for {@link Method#adam}, which has its own
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public GradientDescent(Method method, double learningRate, int iterations, double momentum) {
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new IllegalArgumentException("learningRate is " + learningRate + ", expected a positive number");
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations is " + iterations + ", expected at least 1");
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum is " + momentum + ", expected from 0 to below 1");
        }
        if (method == Method.adam && momentum != 0) {
            throw new IllegalArgumentException(
                    "momentum is " + momentum + ", but adam has its own; leave it out or choose the method momentum");
        }
        this.method = method;
        this.learningRate = learningRate;
        this.iterations = iterations;
        this.momentum = momentum;
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        Objective objective = new Objective(task, x0.shape());
        double[] x = Values.of(x0);
        int[] steps = new int[Math.toIntExact(x0.size(0))];
        StepRule rule = rule(x.length);
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] gradients = (iteration == 0 ? objective.at(x0, y0) : objective.at(x)).gradients();
            advance(x, rule, gradients, steps, iteration);
        }
        List<Outcome> outcomes = Arrays.stream(steps).mapToObj(this::outcome).toList();
        return new Solution(objective.array(x), outcomes);
    }

    private StepRule rule(int entries) {
        return switch (method) {
            case momentum -> StepRule.momentum(entries, learningRate, momentum);
            case adam -> StepRule.adam(entries, learningRate);
        };
    }

    /** Makes one step with every example that has come through all steps before. */
    private static void advance(double[] x, StepRule rule, double[] gradients, int[] steps, int iteration) {
        int entries = x.length / steps.length;
        BatchLoop.forEach(steps.length, example -> {
            if (steps[example] < iteration) {
                return;
            }
            int offset = example * entries;
            double[] next = new double[entries];
            rule.advance(gradients, offset, next, iteration);
            for (int i = 0; i < entries; i++) {
                next[i] = x[offset + i] - next[i];
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
                        "x stopped being finite in step " + (steps + 1)
                                + "; lower learningRate or momentum, or choose l-bfgs, which sets its steps itself");
    }
}
