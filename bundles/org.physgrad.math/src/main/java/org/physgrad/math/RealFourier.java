package org.physgrad.math;

import java.util.function.DoubleBinaryOperator;

/**
 * The two-dimensional discrete Fourier transform of real fields, as the half of the modes that determines the other half: un-normalised forward, 1/N
 * inverse. Safe for use by several threads at once.
 *
 * <p>Modes are kept in the layout {@code [ny, nx / 2 + 1]}: the frequency along x runs from 0 to the highest, the frequency along y has the order of
 * {@link Fourier#frequencies}. The mode at minus the frequency, which is left out, is the complex conjugate.
 */
public final class RealFourier {

    private final int nx;
    private final int ny;
    private final int half;
    private final int pairs;
    private final LineFourier alongX;
    private final LineFourier alongY;

    /** The modes of one real field: real and imaginary parts, each {@code [ny, nx / 2 + 1]} flattened. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier of work arrays, never compared.
    public record Modes(double[] re, double[] im) {

        /**
         * Multiplies the modes by real factors, in place.
         *
         * @param factors one factor per mode, {@code [ny, nx / 2 + 1]} flattened
         * @return these modes
         */
        public Modes times(double[] factors) {
            for (int k = 0; k < factors.length; k++) {
                re[k] *= factors[k];
                im[k] *= factors[k];
            }
            return this;
        }
    }

    /**
     * Plans transforms of one size; any size works, those with small prime factors are fast.
     *
     * @param nx cells along x
     * @param ny cells along y
     */
    public RealFourier(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        this.half = nx / 2 + 1;
        this.pairs = (ny + 1) / 2;
        this.alongX = new LineFourier(nx);
        this.alongY = new LineFourier(ny);
    }

    /**
     * Evaluates a function of frequency at every mode.
     *
     * @param function gets the frequencies along x and y in cycles per cell
     * @return its values, {@code [ny, nx / 2 + 1]} flattened
     */
    public double[] perMode(DoubleBinaryOperator function) {
        double[] frequenciesY = Fourier.frequencies(ny);
        double[] values = new double[ny * half];
        for (int ky = 0; ky < ny; ky++) {
            for (int kx = 0; kx < half; kx++) {
                values[ky * half + kx] = function.applyAsDouble(kx / (double) nx, frequenciesY[ky]);
            }
        }
        return values;
    }

    /**
     * Transforms a real field.
     *
     * @param field values, {@code [nx, ny]} flattened; not changed
     * @param offset where the field begins in the array
     * @return its modes, fresh arrays
     */
    public Modes forward(double[] field, int offset) {
        // A complex transform along x serves two real lines: line j as real and line j + pairs as imaginary part.
        double[] re = new double[nx * pairs];
        double[] im = new double[nx * pairs];
        for (int i = 0; i < nx; i++) {
            System.arraycopy(field, offset + i * ny, re, i * pairs, pairs);
            System.arraycopy(field, offset + i * ny + pairs, im, i * pairs, ny - pairs);
        }
        double[] workRe = new double[Math.max(nx * pairs, ny * half)];
        double[] workIm = new double[workRe.length];
        alongX.transform(re, im, workRe, workIm, pairs);
        Modes modes = separate(re, im);
        alongY.transform(modes.re(), modes.im(), workRe, workIm, half);
        return modes;
    }

    private Modes separate(double[] re, double[] im) {
        double[] modesRe = new double[ny * half];
        double[] modesIm = new double[ny * half];
        for (int kx = 0; kx < half; kx++) {
            int row = kx * pairs;
            int mirror = (nx - kx) % nx * pairs;
            for (int j = 0; j < pairs; j++) {
                int first = j * half + kx;
                modesRe[first] = 0.5 * (re[row + j] + re[mirror + j]);
                modesIm[first] = 0.5 * (im[row + j] - im[mirror + j]);
                if (j + pairs < ny) {
                    int second = first + pairs * half;
                    modesRe[second] = 0.5 * (im[row + j] + im[mirror + j]);
                    modesIm[second] = 0.5 * (re[mirror + j] - re[row + j]);
                }
            }
        }
        return new Modes(modesRe, modesIm);
    }

    /**
     * Transforms modes back to a real field, with the factor 1/N.
     *
     * @param modes the modes; their arrays are used as scratch
     * @param field where to write {@code [nx, ny]} values
     * @param offset where the field begins in that array
     */
    public void inverse(Modes modes, double[] field, int offset) {
        double[] workRe = new double[Math.max(nx * pairs, ny * half)];
        double[] workIm = new double[workRe.length];
        // Real and imaginary parts exchanged, the forward transform is the inverse.
        alongY.transform(modes.im(), modes.re(), workIm, workRe, half);
        double[] re = new double[nx * pairs];
        double[] im = new double[nx * pairs];
        join(modes, re, im);
        alongX.transform(im, re, workIm, workRe, pairs);
        double scale = 1.0 / ((double) nx * ny);
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < pairs; j++) {
                field[offset + i * ny + j] = scale * re[i * pairs + j];
            }
            for (int j = pairs; j < ny; j++) {
                field[offset + i * ny + j] = scale * im[i * pairs + j - pairs];
            }
        }
    }

    private void join(Modes modes, double[] re, double[] im) {
        for (int kx = 0; kx < half; kx++) {
            int row = kx * pairs;
            int mirror = (nx - kx) % nx * pairs;
            for (int j = 0; j < pairs; j++) {
                int first = j * half + kx;
                boolean pair = j + pairs < ny;
                double secondRe = pair ? modes.re()[first + pairs * half] : 0;
                double secondIm = pair ? modes.im()[first + pairs * half] : 0;
                // Where the mode is its own mirror, both lines are real and the second assignment says so.
                re[row + j] = modes.re()[first] - secondIm;
                im[row + j] = modes.im()[first] + secondRe;
                re[mirror + j] = row == mirror ? modes.re()[first] : modes.re()[first] + secondIm;
                im[mirror + j] = row == mirror ? secondRe : secondRe - modes.im()[first];
            }
        }
    }
}
