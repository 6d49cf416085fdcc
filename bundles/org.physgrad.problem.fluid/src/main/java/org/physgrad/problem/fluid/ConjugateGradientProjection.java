package org.physgrad.problem.fluid;

import java.util.Arrays;
import org.physgrad.math.ConjugateGradients;
import org.physgrad.math.DotProduct;

/**
 * Solves for the pressure by conjugate gradients, from the pressure of the step before, until the residual of lap p = div v is below a
 * tolerance, as the authors' code does.
 */
final class ConjugateGradientProjection implements Projection {

    /** Residual at which gradients, whose size is anything, count as solved: relative to their divergence. */
    private static final double RELATIVE_TOLERANCE = 1e-8;

    private final double cellSize;
    private final double tolerance;
    private final PressureGradient gradient;
    private final ConjugateGradients solver;
    private final double[] pressure;
    private final double[] gradientPressure;
    private final double[] divergence;
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
        this.solver = new ConjugateGradients(this::laplacian, domain.cells());
        this.pressure = new double[domain.cells()];
        this.gradientPressure = new double[domain.cells()];
        this.divergence = new double[domain.cells()];
        this.imageX = new double[domain.cells()];
        this.imageY = new double[domain.cells()];
    }

    @Override
    public void reset() {
        Arrays.fill(pressure, 0);
    }

    @Override
    public void project(double[] vx, double[] vy) {
        gradient.divergence(vx, vy, divergence);
        solve(pressure, tolerance * cellSize);
        gradient.subtractGradient(pressure, vx, vy);
    }

    @Override
    public void projectGradient(double[] vx, double[] vy) {
        Arrays.fill(gradientPressure, 0);
        gradient.divergence(vx, vy, divergence);
        solve(gradientPressure, RELATIVE_TOLERANCE * Math.sqrt(DotProduct.of(divergence, divergence)));
        gradient.subtractGradient(gradientPressure, vx, vy);
    }

    /** Improves p in lap p = div v; everything per cell. */
    private void solve(double[] p, double limit) {
        try {
            solver.solve(divergence, p, limit);
        } catch (ArithmeticException e) {
            throw new ArithmeticException(
                    "the pressure is not found: " + e.getMessage() + "; use projection spectral, which is exact");
        }
    }

    private void laplacian(double[] p, double[] image) {
        Arrays.fill(imageX, 0);
        Arrays.fill(imageY, 0);
        gradient.subtractGradient(p, imageX, imageY);
        gradient.divergence(imageX, imageY, image);
        for (int k = 0; k < image.length; k++) {
            image[k] = -image[k];
        }
    }
}
