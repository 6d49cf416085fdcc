package org.physgrad.math;

/**
 * The working of {@link RealFourier}: one real field on its way to its modes and back. The modes stay here between the two, row by row. Holds
 * work arrays: not safe for use by several threads.
 */
final class FieldTransform {

    private final int nx;
    private final int ny;
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

    FieldTransform(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        this.half = nx / 2 + 1;
        this.pairs = (ny + 1) / 2;
        this.alongX = new RowFourier(nx, pairs);
        this.alongY = new RowFourier(ny, half);
        this.pairRe = new double[nx][pairs];
        this.pairIm = new double[nx][pairs];
        this.modesRe = new double[ny][half];
        this.modesIm = new double[ny][half];
    }

    /** Transforms a field to its modes. */
    void forward(double[] field, int offset) {
        for (int i = 0; i < nx; i++) {
            int row = offset + i * ny;
            System.arraycopy(field, row, pairRe[i], 0, pairs);
            System.arraycopy(field, row + pairs, pairIm[i], 0, ny - pairs);
            if (ny < 2 * pairs) {
                pairIm[i][pairs - 1] = 0; // the last column has no partner, only what an earlier field left there
            }
        }
        alongX.transform(pairRe, pairIm);
        separate();
        alongY.transform(modesRe, modesIm);
    }

    /** Transforms the modes to a field, with the factor 1/N; the modes are used up. */
    void inverse(double[] field, int offset) {
        // Real and imaginary parts exchanged, the forward transform is the inverse.
        alongY.transform(modesIm, modesRe);
        join();
        alongX.transform(pairIm, pairRe);
        double scale = 1.0 / ((double) nx * ny);
        for (int i = 0; i < nx; i++) {
            int row = offset + i * ny;
            scale(pairRe[i], scale, field, row, pairs);
            scale(pairIm[i], scale, field, row + pairs, ny - pairs);
        }
    }

    private static void scale(double[] values, double factor, double[] result, int offset, int count) {
        for (int j = 0; j < count; j++) {
            result[offset + j] = factor * values[j];
        }
    }

    /** Multiplies the modes by real factors, {@code [ny, half]} flattened. */
    void multiply(double[] factors) {
        for (int ky = 0; ky < ny; ky++) {
            multiply(modesRe[ky], factors, ky * half);
            multiply(modesIm[ky], factors, ky * half);
        }
    }

    private static void multiply(double[] values, double[] factors, int offset) {
        for (int q = 0; q < values.length; q++) {
            values[q] *= factors[offset + q];
        }
    }

    /** Copies the modes out. */
    void read(RealFourier.Modes modes) {
        for (int ky = 0; ky < ny; ky++) {
            System.arraycopy(modesRe[ky], 0, modes.re(), ky * half, half);
            System.arraycopy(modesIm[ky], 0, modes.im(), ky * half, half);
        }
    }

    /** Copies modes in. */
    void write(RealFourier.Modes modes) {
        for (int ky = 0; ky < ny; ky++) {
            System.arraycopy(modes.re(), ky * half, modesRe[ky], 0, half);
            System.arraycopy(modes.im(), ky * half, modesIm[ky], 0, half);
        }
    }

    /** From transforms of pairs of columns to the kept modes of every column. */
    private void separate() {
        for (int kx = 0; kx < half; kx++) {
            double[] re = pairRe[kx];
            double[] im = pairIm[kx];
            double[] mirrorRe = pairRe[(nx - kx) % nx];
            double[] mirrorIm = pairIm[(nx - kx) % nx];
            for (int j = 0; j < pairs; j++) {
                modesRe[j][kx] = 0.5 * (re[j] + mirrorRe[j]);
                modesIm[j][kx] = 0.5 * (im[j] - mirrorIm[j]);
            }
            for (int j = 0; j < ny - pairs; j++) {
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
            double[] mirrorRe = pairRe[(nx - kx) % nx];
            double[] mirrorIm = pairIm[(nx - kx) % nx];
            boolean ownMirror = re == mirrorRe;
            for (int j = 0; j < pairs; j++) {
                boolean pair = j + pairs < ny;
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
