package org.physgrad.problem.fluid;

/** Divergence of a velocity and gradient of a pressure on the staggered grid, both per cell. Not safe for use by several threads. */
final class PressureGradient {

    private final StaggeredGrid grid;
    private final double[] work;

    PressureGradient(int n) {
        this.grid = new StaggeredGrid(n);
        this.work = new double[n * n];
    }

    /** Computes the outflow of every cell. */
    void divergence(double[] vx, double[] vy, double[] result) {
        grid.differenceX(vx, StaggeredGrid.UP, result);
        grid.differenceY(vy, StaggeredGrid.UP, work);
        for (int k = 0; k < work.length; k++) {
            result[k] += work[k];
        }
    }

    /** Subtracts the gradient of a pressure from a velocity. */
    void subtractGradient(double[] pressure, double[] vx, double[] vy) {
        grid.differenceX(pressure, StaggeredGrid.DOWN, work);
        subtract(vx);
        grid.differenceY(pressure, StaggeredGrid.DOWN, work);
        subtract(vy);
    }

    private void subtract(double[] v) {
        for (int k = 0; k < work.length; k++) {
            v[k] -= work[k];
        }
    }
}
