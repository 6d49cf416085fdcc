package org.physgrad.math;

/**
 * Solves A u = b by conjugate gradients for a symmetric operator A that is positive or negative (semi-)definite; the sign only changes that of the step size,
 * twice. Stops and gives up as the solver in the paper's simulation library does. Holds its work arrays: one instance per thread.
 */
public final class ConjugateGradients {

    /** A symmetric operator. */
    @FunctionalInterface
    public interface Operator {

        /**
         * Applies the operator.
         *
         * @param u a vector; not changed
         * @param image where to write A u
         */
        void apply(double[] u, double[] image);
    }

    private static final int MAXIMUM_ITERATIONS = 1000;
    /** After this many iterations, a residual that grew by the factor below tells that the iteration diverges. */
    private static final int PATIENCE = 8;

    private static final double DIVERGED = 1e5;

    private final Operator operator;
    private final double[] residual;
    private final double[] direction;
    private final double[] image;

    /**
     * Prepares to solve.
     *
     * @param operator the operator A
     * @param entries number of unknowns
     */
    public ConjugateGradients(Operator operator, int entries) {
        this.operator = operator;
        this.residual = new double[entries];
        this.direction = new double[entries];
        this.image = new double[entries];
    }

    /**
     * Improves u until |b - A u| {@literal <=} limit. Values that are not numbers end the iteration at once and stay in u.
     *
     * @param b the right-hand side; not changed
     * @param u the guess; replaced by the solution
     * @param limit norm of the residual at which u counts as the solution
     * @throws ArithmeticException if the iteration diverges or does not get there; the message gives the residual and its limit
     */
    public void solve(double[] b, double[] u, double limit) {
        operator.apply(u, image);
        for (int k = 0; k < residual.length; k++) {
            residual[k] = b[k] - image[k];
            direction[k] = residual[k];
        }
        double start = DotProduct.of(residual, residual);
        double squared = start;
        // The comparison is false for what is not a number.
        for (int iteration = 0; squared > limit * limit; iteration++) {
            boolean diverged = iteration >= PATIENCE && squared > DIVERGED * start;
            if (diverged || iteration == MAXIMUM_ITERATIONS) {
                throw new ArithmeticException("conjugate gradients " + (diverged ? "diverged" : "did not converge")
                        + ": after " + iteration + " iterations the residual is " + Math.sqrt(squared) + ", wanted "
                        + limit);
            }
            squared = step(u, squared);
        }
    }

    private double step(double[] u, double squared) {
        operator.apply(direction, image);
        double step = squared / DotProduct.of(direction, image);
        for (int k = 0; k < u.length; k++) {
            u[k] += step * direction[k];
            residual[k] -= step * image[k];
        }
        double next = DotProduct.of(residual, residual);
        for (int k = 0; k < u.length; k++) {
            direction[k] = residual[k] + next / squared * direction[k];
        }
        return next;
    }
}
