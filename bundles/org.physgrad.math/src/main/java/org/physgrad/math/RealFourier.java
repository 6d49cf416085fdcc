package org.physgrad.math;

import java.util.function.DoubleBinaryOperator;

/**
 * The two-dimensional discrete Fourier transform of real fields, as the half of the modes that determines the other half: un-normalised forward, 1/N
 * inverse. Safe for use by several threads at once.
 *
 * <p>Modes are kept in the layout {@code [ny, nx / 2 + 1]}: the frequency along x runs from 0 to the highest, the frequency along y has the order of
 * {@link #frequencies}. The mode at minus the frequency, which is left out, is the complex conjugate.
 */
public final class RealFourier {

    private final int nx;
    private final int ny;
    private final int half;
    private final Pool<FieldTransform> transforms;

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

        /**
         * Computes the squared amplitude of a mode.
         *
         * @param k index of the mode in the arrays
         * @return |F_k|^2
         */
        public double power(int k) {
            return re[k] * re[k] + im[k] * im[k];
        }
    }

    /**
     * Plans transforms of one size; any size works, powers of two are fastest and other small prime factors next.
     *
     * @param nx cells along x
     * @param ny cells along y
     */
    public RealFourier(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        this.half = nx / 2 + 1;
        this.transforms = new Pool<>(() -> new FieldTransform(nx, ny));
    }

    /**
     * Lists the frequencies of a transform of length n.
     *
     * @param n number of cells
     * @return frequencies in cycles per cell: 0, 1/n, ..., then the negative ones
     */
    public static double[] frequencies(int n) {
        double[] frequencies = new double[n];
        for (int i = 0; i < n; i++) {
            frequencies[i] = (i <= (n - 1) / 2 ? i : i - n) / (double) n;
        }
        return frequencies;
    }

    /**
     * Evaluates a function of frequency at every mode.
     *
     * @param function gets the frequencies along x and y in cycles per cell
     * @return its values, {@code [ny, nx / 2 + 1]} flattened
     */
    public double[] perMode(DoubleBinaryOperator function) {
        double[] frequenciesY = frequencies(ny);
        double[] values = new double[ny * half];
        for (int ky = 0; ky < ny; ky++) {
            for (int kx = 0; kx < half; kx++) {
                values[ky * half + kx] = function.applyAsDouble(kx / (double) nx, frequenciesY[ky]);
            }
        }
        return values;
    }

    /**
     * Multiplies every mode of a field by a real factor, F^-1(factors F(field)), in place.
     *
     * @param field values, {@code [nx, ny]} flattened from {@code offset}
     * @param offset where the field begins in the array
     * @param factors one factor per mode, {@code [ny, nx / 2 + 1]} flattened
     */
    public void filter(double[] field, int offset, double[] factors) {
        transforms.use(transform -> {
            transform.forward(field, offset);
            transform.multiply(factors);
            transform.inverse(field, offset);
        });
    }

    /**
     * Transforms a real field.
     *
     * @param field values, {@code [nx, ny]} flattened from {@code offset}; not changed
     * @param offset where the field begins in the array
     * @return its modes, fresh arrays
     */
    public Modes forward(double[] field, int offset) {
        Modes modes = new Modes(new double[ny * half], new double[ny * half]);
        transforms.use(transform -> {
            transform.forward(field, offset);
            transform.read(modes);
        });
        return modes;
    }

    /**
     * Transforms modes back to a real field, with the factor 1/N.
     *
     * @param modes the modes; not changed
     * @param field where to write {@code [nx, ny]} values
     * @param offset where the field begins in that array
     */
    public void inverse(Modes modes, double[] field, int offset) {
        transforms.use(transform -> {
            transform.write(modes);
            transform.inverse(field, offset);
        });
    }
}
