package org.physgrad.problem.fluid;

import org.physgrad.math.RealFourier;

/**
 * Solves for the pressure exactly: lap is diagonal in Fourier space, with eigenvalues 2 cos k_x + 2 cos k_y - 4, k in radians per cell.
 */
final class SpectralProjection implements Projection {

    private final RealFourier fourier;
    private final double[] inverseLaplacian;
    private final PressureGradient gradient;
    private final double[] pressure;

    SpectralProjection(int n) {
        this.fourier = new RealFourier(n, n);
        // The mean of a pressure has no meaning.
        this.inverseLaplacian = fourier.perMode((fx, fy) ->
                fx == 0 && fy == 0 ? 0 : 1 / (2 * Math.cos(2 * Math.PI * fx) + 2 * Math.cos(2 * Math.PI * fy) - 4));
        this.gradient = new PressureGradient(n);
        this.pressure = new double[n * n];
    }

    @Override
    public void project(double[] vx, double[] vy) {
        gradient.divergence(vx, vy, pressure);
        fourier.filter(pressure, 0, inverseLaplacian);
        gradient.subtractGradient(pressure, vx, vy);
    }
}
