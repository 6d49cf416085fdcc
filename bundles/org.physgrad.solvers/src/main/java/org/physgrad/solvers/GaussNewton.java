package org.physgrad.solvers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.InverseTask;
import org.physgrad.api.Solution;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * The Gauss-Newton method with the damping of Levenberg and Marquardt: x_k+1 = x_k + h with (J^T L'' J + lambda I) h = -dL/dx, L'' the curvature
 * of the loss in y, which is 1 for half the squared distance. A step that raises the loss is not taken, and lambda grows; it shrinks where the
 * model foretells the loss well (Nocedal, Wright: "Numerical Optimization", section 10.3).
 *
 * <p>No matrix is built: the system is solved by conjugate gradients, each iteration one simulation and one adjoint product, so that any number of
 * dimensions will do. In few dimensions that is as cheap as a Jacobian, since conjugate gradients end after as many iterations as there are dimensions.
 */
@Component(factory = InverseSolver.FACTORY + "gauss-newton", service = InverseSolver.class)
@Designate(ocd = GaussNewton.Config.class)
public final class GaussNewton implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(
            name = "Gauss-Newton",
            description = "Damped Gauss-Newton (Levenberg-Marquardt) for any problem; best for squared distances")
    public @interface Config {
        @AttributeDefinition(name = "Iterations", description = "Number of steps tried", min = "1", max = "1000000")
        int iterations() default 10;

        @AttributeDefinition(
                name = "Inner iterations",
                description =
                        "Number of conjugate gradient iterations per step at most, one simulation and adjoint each",
                min = "1",
                max = "1000000")
        int innerIterations() default 32;

        @AttributeDefinition(
                name = "Inner tolerance",
                description = "Residual of a step's equation that is small enough, relative to the gradient",
                min = "0",
                max = "1")
        double innerTolerance() default 1e-3;

        @AttributeDefinition(
                name = "Damping",
                description = "First lambda, relative to the curvature along the gradient",
                min = "0",
                max = "1e6")
        double damping() default 1e-3;

        @AttributeDefinition(
                name = "Gradient tolerance",
                description = "Largest entry of dL/dx that counts as zero, in units of the loss per unit of x",
                min = "0")
        double gradientTolerance() default 1e-14;

        @AttributeDefinition(
                name = "Loss tolerance",
                description = "Smallest decrease of the loss in one step that counts as progress, relative to the loss",
                min = "0",
                max = "1")
        double lossTolerance() default 1e-14;
    }

    private final Criterion criterion;
    private final int innerIterations;
    private final double innerTolerance;
    private final double damping;

    /**
     * Makes the solver from its parameters.
     *
     * @param config the parameters
     */
    @Activate
    public GaussNewton(Config config) {
        this(
                new Criterion(config.iterations(), config.gradientTolerance(), config.lossTolerance()),
                config.innerIterations(),
                config.innerTolerance(),
                config.damping());
    }

    /**
     * Makes the solver with its usual tolerances.
     *
     * @param iterations number of steps tried, at least 1
     * @param innerIterations number of conjugate gradient iterations per step at most, at least 1
     * @param innerTolerance residual that is small enough relative to the gradient, from 0 to below 1
     * @param damping first lambda, relative to the curvature along the gradient, positive
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public GaussNewton(int iterations, int innerIterations, double innerTolerance, double damping) {
        this(new Criterion(iterations, 1e-14, 1e-14), innerIterations, innerTolerance, damping);
    }

    private GaussNewton(Criterion criterion, int innerIterations, double innerTolerance, double damping) {
        if (innerIterations < 1) {
            throw new IllegalArgumentException("innerIterations is " + innerIterations + ", expected at least 1");
        }
        if (!(innerTolerance >= 0 && innerTolerance < 1)) {
            throw new IllegalArgumentException("innerTolerance is " + innerTolerance + ", expected from 0 to below 1");
        }
        if (!(damping > 0 && Double.isFinite(damping))) {
            throw new IllegalArgumentException("damping is " + damping + ", expected a positive number");
        }
        this.criterion = criterion;
        this.innerIterations = innerIterations;
        this.innerTolerance = innerTolerance;
        this.damping = damping;
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        int size = Shapes.requireBatch("x0", x0, task.simulator().causeShape());
        GaussNewtonModel start = new GaussNewtonModel(task, Values.of(x0), x0.shape());
        LevenbergMarquardt[] examples = IntStream.range(0, size)
                .mapToObj(example -> new LevenbergMarquardt(
                        criterion, damping, start.losses()[example], largestGradient(start, example, size)))
                .toArray(LevenbergMarquardt[]::new);
        GaussNewtonModel model = start;
        while (!Arrays.stream(examples).allMatch(LevenbergMarquardt::isOver)) {
            double[] steps = new DampedSteps(model, examples, innerTolerance).solve(innerIterations);
            try (GaussNewtonModel before = model) {
                model = step(task, before, examples, steps, x0.shape());
            }
        }
        try (GaussNewtonModel last = model) {
            return new Solution(
                    Values.array(last.x(), task.simulator().precision(), x0.shape()),
                    Arrays.stream(examples).map(LevenbergMarquardt::outcome).toList());
        }
    }

    /** Tries the steps of all examples, takes the good ones, and builds the model where that leads. */
    private static GaussNewtonModel step(
            InverseTask task, GaussNewtonModel model, LevenbergMarquardt[] examples, double[] steps, long[] shape) {
        double[] x = model.x().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += steps[i];
        }
        GaussNewtonModel trial = new GaussNewtonModel(task, x, shape);
        int entries = x.length / examples.length;
        double[] taken = x.clone();
        boolean rejected = false;
        for (int example = 0; example < examples.length; example++) {
            int offset = example * entries;
            if (!examples[example].isOver()
                    && !examples[example].judge(
                            foretold(model, steps, offset, entries, examples[example].lambda()),
                            trial.losses()[example],
                            largestGradient(trial, example, examples.length))) {
                System.arraycopy(model.x(), offset, taken, offset, entries);
                rejected = true;
            }
        }
        if (!rejected) {
            return trial;
        }
        trial.close();
        return new GaussNewtonModel(task, taken, shape);
    }

    /** The decrease of the model: -g . h - 1/2 h . B h, where B h = -g - lambda h and the residual is orthogonal to h. */
    private static double foretold(GaussNewtonModel model, double[] steps, int offset, int entries, double lambda) {
        double decrease = 0;
        for (int i = offset; i < offset + entries; i++) {
            decrease += 0.5 * steps[i] * (lambda * steps[i] - model.gradients()[i]);
        }
        return decrease;
    }

    private static double largestGradient(GaussNewtonModel model, int example, int size) {
        int entries = model.gradients().length / size;
        double largest = 0;
        for (int i = example * entries; i < (example + 1) * entries; i++) {
            largest = Math.max(largest, Math.abs(model.gradients()[i]));
        }
        return largest;
    }
}
