package org.physgrad.solvers;

import java.util.Arrays;
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
import org.physgrad.api.SecondDerivative;
import org.physgrad.api.Simulator;
import org.physgrad.api.Solution;
import org.physgrad.api.Solution.Outcome;
import org.physgrad.api.Solution.Status;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * Newton's method turned towards minima: x1 = x0 - eta |H|^-1 g with the gradient g and the Hessian H of L(P(x)), whose eigenvalues count by their
 * absolute values, so that the step always descends. In one dimension this is -sign(L') |L' / L''| (paper, section 3.1). For causes of few
 * dimensions and simulators with second derivatives.
 *
 * <p>H = sum_k w_k P_k'' + J^T L'' J with w = dL/dy. The Jacobian J comes from adjoint products, and L'' J from differences of dL/dy along its
 * columns, which is exact for losses that are at most quadratic in y. Where an eigenvalue is 0, the step along its eigenvector is 0 if the
 * gradient has no part there, else infinite: whoever takes the step limits it.
 */
@Component(factory = InverseSolver.FACTORY + "newton", service = InverseSolver.class)
@Designate(ocd = Newton.Config.class)
public final class Newton implements InverseSolver {

    /** Parameters of the solver. */
    @ObjectClassDefinition(name = "Newton", description = "Newton's method, made to descend; needs second derivatives")
    public @interface Config {
        @AttributeDefinition(
                name = "Learning rate",
                description = "Share eta of the full Newton step, dimensionless",
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
    public Newton(Config config) {
        this(config.learningRate());
    }

    /**
     * Makes the solver.
     *
     * @param learningRate share eta of the full step, more than 0 and at most 2
     * @throws IllegalArgumentException if it is out of range
     */
    public Newton(double learningRate) {
        if (!(learningRate > 0 && learningRate <= 2)) {
            throw new IllegalArgumentException(
                    "learningRate is " + learningRate + ", expected more than 0 and at most 2");
        }
        this.learningRate = learningRate;
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.simulator().secondDerivative().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "newton needs second derivatives, which the simulator of this problem does not offer;"
                                + " choose gauss-newton or l-bfgs, which need the adjoint only, or the problem's own inverse solver");
    }

    @Override
    public Solution solve(InverseTask task, INDArray x0, INDArray y0) {
        Simulator simulator = task.simulator();
        SecondDerivative second = simulator
                .secondDerivative()
                .orElseThrow(() -> new IllegalArgumentException("newton needs second derivatives, which "
                        + simulator.getClass().getName() + " does not offer"));
        int size = Shapes.requireBatch("x0", x0, simulator.causeShape());
        double[][] jacobian = jacobian(task, x0, y0);
        double[][] curvature;
        double[] weights;
        double[] contracted;
        try (INDArray slope = task.loss().gradient(y0, task.target());
                INDArray contraction = second.contract(x0, slope, task.context())) {
            weights = Values.of(slope);
            curvature = curvature(task, y0, weights, jacobian);
            contracted = Values.of(contraction);
        }
        double[] x = Values.of(x0);
        int n = Shapes.entries(simulator.causeShape());
        int effects = jacobian.length;
        Outcome[] outcomes = new Outcome[size];
        for (int example = 0; example < size; example++) {
            double[] gradient = new double[n];
            double[][] hessian = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < effects; k++) {
                    gradient[i] += weights[example * effects + k] * jacobian[k][example * n + i];
                }
                for (int j = 0; j < n; j++) {
                    hessian[i][j] = contracted[(example * n + i) * n + j];
                    for (int k = 0; k < effects; k++) {
                        hessian[i][j] += curvature[i][example * effects + k] * jacobian[k][example * n + j];
                    }
                }
            }
            outcomes[example] = move(x, example * n, gradient, hessian, effects + 1);
        }
        return new Solution(Values.array(x, simulator.precision(), x0.shape()), Arrays.asList(outcomes));
    }

    /** The rows dP_k/dx of all examples: {@code [effects][batch * n]}, from adjoint products with unit cotangents. */
    private static double[][] jacobian(InverseTask task, INDArray x0, INDArray y0) {
        int effects = Shapes.entries(task.simulator().effectShape());
        int size = Math.toIntExact(x0.size(0));
        double[][] rows = new double[effects][];
        for (int k = 0; k < effects; k++) {
            double[] unit = new double[size * effects];
            for (int example = 0; example < size; example++) {
                unit[example * effects + k] = 1;
            }
            try (INDArray cotangent = Values.array(unit, DataType.DOUBLE, y0.shape());
                    INDArray row = task.simulator().adjoint(x0, cotangent, task.context())) {
                rows[k] = Values.of(row);
            }
        }
        return rows;
    }

    /** The products of the loss's second derivative with the Jacobian's columns: {@code [n][batch * effects]}. */
    private static double[][] curvature(InverseTask task, INDArray y0, double[] slope, double[][] jacobian) {
        int effects = jacobian.length;
        int n = Shapes.entries(task.simulator().causeShape());
        int size = Math.toIntExact(y0.size(0));
        double[] y = Values.of(y0);
        double[][] products = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] moved = y.clone();
            for (int example = 0; example < size; example++) {
                for (int k = 0; k < effects; k++) {
                    moved[example * effects + k] += jacobian[k][example * n + i];
                }
            }
            try (INDArray at = Values.array(moved, DataType.DOUBLE, y0.shape());
                    INDArray gradient = task.loss().gradient(at, task.target())) {
                products[i] = Values.of(gradient);
            }
            for (int j = 0; j < slope.length; j++) {
                products[i][j] -= slope[j];
            }
        }
        return products;
    }

    private Outcome move(double[] x, int offset, double[] gradient, double[][] hessian, int evaluations) {
        double[] step = step(gradient, hessian);
        boolean moves = false;
        boolean undefined = false;
        boolean infinite = false;
        for (double component : step) {
            moves |= component != 0;
            undefined |= Double.isNaN(component);
            infinite |= Double.isInfinite(component);
        }
        if (undefined) {
            return new Outcome(
                    Status.DIVERGED, Double.NaN, evaluations, "a derivative is not a number; start elsewhere");
        }
        for (int i = 0; i < step.length; i++) {
            x[offset + i] += learningRate * step[i];
        }
        if (infinite) {
            return new Outcome(
                    Status.DIVERGED,
                    Double.NaN,
                    evaluations,
                    "the loss has a slope but no curvature here; limit the step or start elsewhere");
        }
        return moves
                ? new Outcome(Status.STEPPED, Double.NaN, evaluations, "")
                : new Outcome(Status.STALLED, Double.NaN, evaluations, "the gradient is zero here");
    }

    /** Computes -|H|^-1 g in the basis of H's eigenvectors. */
    private static double[] step(double[] gradient, double[][] hessian) {
        int n = gradient.length;
        SymmetricEigen eigen = SymmetricEigen.of(hessian);
        double[] step = new double[n];
        for (int e = 0; e < n; e++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += eigen.vectors()[i][e] * gradient[i];
            }
            double length = along == 0 ? 0 : along / Math.abs(eigen.values()[e]);
            for (int i = 0; i < n; i++) {
                // Skipping zeros keeps an infinite length from making other directions undefined.
                if (eigen.vectors()[i][e] != 0) {
                    step[i] -= eigen.vectors()[i][e] * length;
                }
            }
        }
        return step;
    }
}
