package org.physgrad.math;

import org.jtransforms.fft.DoubleFFT_2D;
import org.jtransforms.utils.CommonUtils;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/**
 * The two-dimensional discrete Fourier transform of one field: un-normalised forward, 1/N inverse, modes in the order of
 * {@link #frequencies}. Complex fields are arrays of interleaved real and imaginary parts, {@code [nx][ny][2]} in C order. Safe for use by several
 * threads at once.
 */
public final class Fourier {

    static {
        // Threads are used across the batch; transforms this small only lose by splitting further.
        ConcurrencyUtils.setNumberOfThreads(1);
        CommonUtils.setThreadsBeginN_2D(Long.MAX_VALUE);
    }

    private final int entries;
    private final DoubleFFT_2D transform;

    /**
     * Plans transforms of one size.
     *
     * @param nx cells along x
     * @param ny cells along y
     */
    public Fourier(int nx, int ny) {
        this.entries = nx * ny;
        this.transform = new DoubleFFT_2D(nx, ny);
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
     * Transforms a real field.
     *
     * @param field values, {@code [nx, ny]} flattened; not changed
     * @param offset where the field begins in the array
     * @return all modes, interleaved complex, {@code [nx, ny, 2]} flattened
     */
    public double[] forward(double[] field, int offset) {
        double[] modes = new double[2 * entries];
        System.arraycopy(field, offset, modes, 0, entries);
        transform.realForwardFull(modes);
        return modes;
    }

    /**
     * Transforms modes back in place, with the factor 1/N.
     *
     * @param modes interleaved complex, {@code [nx, ny, 2]} flattened; replaced by the complex field
     */
    public void inverse(double[] modes) {
        transform.complexInverse(modes, true);
    }

    /**
     * Copies the real parts of a complex field.
     *
     * @param complex interleaved complex field, {@code [nx, ny, 2]} flattened
     * @param field where to write {@code [nx, ny]} values
     * @param offset where the field begins in that array
     */
    public void realPart(double[] complex, double[] field, int offset) {
        for (int i = 0; i < entries; i++) {
            field[offset + i] = complex[2 * i];
        }
    }
}
