package org.physgrad.problem.fluid;

import java.util.Arrays;

/**
 * Solves for the pressure by conjugate gradients, from the pressure of the step before, until the residual of lap p = div v is below a
 * tolerance, as the authors' code does.
 */
final class ConjugateGradientProjection implements Projection {

    private static final int MAXIMUM_ITERATIONS = 1000;
    /** Residual at which gradients, whose size is anything, count as solved: relative to their divergence. */
    private static final double RELATIVE_TOLERANCE = 1e-8;

    private final double cellSize;
    private final double tolerance;
    private final PressureGradient gradient;
    private final double[] pressure;
    private final double[] gradientPressure;
    private final double[] residual;
    private final double[] direction;
    private final double[] image;
    private final double[] imageX;
    private final double[] imageY;

    /**
     * Prepares the solver.
     *
     * @param domain the domain
     * @param tolerance norm of the residual over all cells, per unit of time, at which a velocity's pressure counts as found
     */
    ConjugateGradientProjection(Domain domain, double tolerance) {
        this.cellSize = domain.cellSize();
        this.tolerance = tolerance;
        this.gradient = new PressureGradient(domain.resolution());
        this.pressure = new double[domain.cells()];
        this.gradientPressure = new double[domain.cells()];
        this.residual = new double[domain.cells()];
        this.direction = new double[domain.cells()];
        this.image = new double[domain.cells()];
        this.imageX = new double[domain.cells()];
        this.imageY = new double[domain.cells()];
    }

    @Override
    public void reset() {
        Arrays.fill(pressure, 0);
    }

    @Override
    public void project(double[] vx, double[] vy) {
        gradient.divergence(vx, vy, residual);
        solve(pressure, tolerance * cellSize);
        gradient.subtractGradient(pressure, vx, vy);
    }

    @Override
    public void projectGradient(double[] vx, double[] vy) {
        Arrays.fill(gradientPressure, 0);
        gradient.divergence(vx, vy, residual);
        solve(gradientPressure, RELATIVE_TOLERANCE * Math.sqrt(DotProduct.of(residual, residual)));
        gradient.subtractGradient(gradientPressure, vx, vy);
    }

    /**
     * Improves p in lap p = residual; everything per cell. The Laplacian is negative semi-definite, which changes the sign of the step size
     * twice.
     */
    private void solve(double[] p, double limit) {
        laplacian(p);
        for (int k = 0; k < residual.length; k++) {
            residual[k] -= image[k];
            direction[k] = residual[k];
        }
        double squared = DotProduct.of(residual, residual);
        // The comparison is false for what is not a number.
        for (int iteration = 0; squared > limit * limit; iteration++) {
            if (iteration == MAXIMUM_ITERATIONS) {
                throw new ArithmeticException("conjugate gradients did not find the pressure: after " + iteration
                        + " iterations the residual is " + Math.sqrt(squared) + ", wanted " + limit
                        + "; use projection spectral, which is exact");
            }
            laplacian(direction);
            double step = squared / DotProduct.of(direction, image);
            for (int k = 0; k < p.length; k++) {
                p[k] += step * direction[k];
                residual[k] -= step * image[k];
            }
            double previous = squared;
            squared = DotProduct.of(residual, residual);
            for (int k = 0; k < p.length; k++) {
                direction[k] = residual[k] + squared / previous * direction[k];
            }
        }
    }

    private void laplacian(double[] p) {
        Arrays.fill(imageX, 0);
        Arrays.fill(imageY, 0);
        gradient.subtractGradient(p, imageX, imageY);
        gradient.divergence(imageX, imageY, image);
        for (int k = 0; k < image.length; k++) {
            image[k] = -image[k];
        }
    }
}
