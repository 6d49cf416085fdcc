package org.physgrad.problem.fluid;

/**
 * Solves for the pressure exactly: lap is diagonal in Fourier space, with eigenvalues 2 cos k_x + 2 cos k_y - 4, k in radians per cell.
 * Half of the modes determine the others, as the pressure is real.
 */
final class SpectralProjection implements Projection {

    private final int n;
    /** Modes along x that are kept. */
    private final int half;
    /** Pairs of columns: one transform along x serves column j as real and column j + pairs as imaginary part. */
    private final int pairs;

    private final RowFourier alongX;
    private final RowFourier alongY;
    private final double[][] pairRe;
    private final double[][] pairIm;
    private final double[][] modesRe;
    private final double[][] modesIm;
    /** One over the eigenvalues and over the number of cells, {@code [n][half]}, k_y first. */
    private final double[][] inverseLaplacian;

    private final PressureGradient gradient;
    private final double[] pressure;

    SpectralProjection(int n) {
        this.n = n;
        this.half = n / 2 + 1;
        this.pairs = (n + 1) / 2;
        this.alongX = new RowFourier(n, pairs);
        this.alongY = new RowFourier(n, half);
        this.pairRe = new double[n][pairs];
        this.pairIm = new double[n][pairs];
        this.modesRe = new double[n][half];
        this.modesIm = new double[n][half];
        this.inverseLaplacian = new double[n][half];
        double perCell = 2 * Math.PI / n;
        for (int ky = 0; ky < n; ky++) {
            for (int kx = 0; kx < half; kx++) {
                double eigenvalue = 2 * Math.cos(perCell * kx) + 2 * Math.cos(perCell * ky) - 4;
                // The mean of a pressure has no meaning.
                inverseLaplacian[ky][kx] = kx == 0 && ky == 0 ? 0 : 1 / (eigenvalue * n * n);
            }
        }
        this.gradient = new PressureGradient(n);
        this.pressure = new double[n * n];
    }

    @Override
    public void project(double[] vx, double[] vy) {
        gradient.divergence(vx, vy, pressure);
        solve();
        gradient.subtractGradient(pressure, vx, vy);
    }

    /** Replaces the divergence by the pressure. */
    private void solve() {
        for (int i = 0; i < n; i++) {
            System.arraycopy(pressure, i * n, pairRe[i], 0, pairs);
            System.arraycopy(pressure, i * n + pairs, pairIm[i], 0, n - pairs);
        }
        alongX.transform(pairRe, pairIm);
        separate();
        alongY.transform(modesRe, modesIm);
        for (int ky = 0; ky < n; ky++) {
            multiply(modesRe[ky], inverseLaplacian[ky]);
            multiply(modesIm[ky], inverseLaplacian[ky]);
        }
        alongY.transform(modesIm, modesRe);
        join();
        alongX.transform(pairIm, pairRe);
        for (int i = 0; i < n; i++) {
            System.arraycopy(pairRe[i], 0, pressure, i * n, pairs);
            System.arraycopy(pairIm[i], 0, pressure, i * n + pairs, n - pairs);
        }
    }

    private static void multiply(double[] values, double[] factors) {
        for (int q = 0; q < values.length; q++) {
            values[q] *= factors[q];
        }
    }

    /** From transforms of pairs of columns to the kept modes of every column. */
    private void separate() {
        for (int kx = 0; kx < half; kx++) {
            double[] re = pairRe[kx];
            double[] im = pairIm[kx];
            double[] mirrorRe = pairRe[(n - kx) % n];
            double[] mirrorIm = pairIm[(n - kx) % n];
            for (int j = 0; j < pairs; j++) {
                modesRe[j][kx] = 0.5 * (re[j] + mirrorRe[j]);
                modesIm[j][kx] = 0.5 * (im[j] - mirrorIm[j]);
            }
            for (int j = 0; j < n - pairs; j++) {
                modesRe[j + pairs][kx] = 0.5 * (im[j] + mirrorIm[j]);
                modesIm[j + pairs][kx] = 0.5 * (mirrorRe[j] - re[j]);
            }
        }
    }

    /** From the kept modes of every column to transforms of pairs of columns. */
    private void join() {
        for (int kx = 0; kx < half; kx++) {
            double[] re = pairRe[kx];
            double[] im = pairIm[kx];
            double[] mirrorRe = pairRe[(n - kx) % n];
            double[] mirrorIm = pairIm[(n - kx) % n];
            boolean ownMirror = (n - kx) % n == kx;
            for (int j = 0; j < pairs; j++) {
                boolean pair = j + pairs < n;
                double firstRe = modesRe[j][kx];
                // Modes that are their own mirror are real.
                double firstIm = ownMirror ? 0 : modesIm[j][kx];
                double secondRe = pair ? modesRe[j + pairs][kx] : 0;
                double secondIm = pair && !ownMirror ? modesIm[j + pairs][kx] : 0;
                re[j] = firstRe - secondIm;
                im[j] = firstIm + secondRe;
                mirrorRe[j] = firstRe + secondIm;
                mirrorIm[j] = secondRe - firstIm;
            }
        }
    }
}
