package org.physgrad.math;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Discrete Fourier transforms across the rows of a matrix, of all its columns at once: Stockham's self-sorting algorithm, for any number of
 * rows (fast where it is a power of four, times two perhaps). Every row is an array of its own, so that the loops over columns have one and
 * the same index and no more than a few operands, which is what the compiler turns into vector instructions. Holds work arrays: not safe
 * for use by several threads.
 */
final class RowFourier {

    private final int length;
    private final int[] radices;
    private final double[] cosines;
    private final double[] sines;
    private final double[][] workRe;
    private final double[][] workIm;
    private final double[][] parts;

    /**
     * Plans transforms of one size.
     *
     * @param length number of rows
     * @param columns number of columns
     */
    RowFourier(int length, int columns) {
        this.length = length;
        this.radices = radices(length);
        this.cosines = IntStream.range(0, length)
                .mapToDouble(k -> Math.cos(2 * Math.PI * k / length))
                .toArray();
        this.sines = IntStream.range(0, length)
                .mapToDouble(k -> -Math.sin(2 * Math.PI * k / length))
                .toArray();
        this.workRe = new double[length][columns];
        this.workIm = new double[length][columns];
        this.parts = new double[8][columns];
    }

    private static int[] radices(int length) {
        IntStream.Builder factors = IntStream.builder();
        int rest = length;
        for (; rest % 4 == 0; rest /= 4) {
            factors.add(4);
        }
        for (int factor = 2; rest > 1; factor++) {
            for (; rest % factor == 0; rest /= factor) {
                factors.add(factor);
            }
        }
        return factors.build().toArray();
    }

    /**
     * Transforms in place, un-normalised, with the factor exp(-2 pi i k n / length). Real and imaginary parts exchanged, the same call is
     * the un-normalised inverse.
     *
     * @param re real parts, {@code [length][columns]}; rows may be replaced by other arrays
     * @param im imaginary parts, likewise
     */
    void transform(double[][] re, double[][] im) {
        int remaining = length;
        int stride = 1;
        for (int radix : radices) {
            int blocks = remaining / radix;
            for (int block = 0; block < blocks; block++) {
                for (int row = 0; row < stride; row++) {
                    if (radix == 4) {
                        butterfly4(re, im, block, blocks, stride, row);
                    } else {
                        butterfly(re, im, radix, block, blocks, stride, row);
                    }
                }
            }
            exchange(re, workRe);
            exchange(im, workIm);
            remaining = blocks;
            stride *= radix;
        }
    }

    private static void exchange(double[][] a, double[][] b) {
        for (int row = 0; row < a.length; row++) {
            double[] kept = a[row];
            a[row] = b[row];
            b[row] = kept;
        }
    }

    private void butterfly4(double[][] re, double[][] im, int block, int blocks, int stride, int row) {
        int in = row + stride * block;
        int apart = stride * blocks;
        sumAndDifference(re[in], re[in + 2 * apart], parts[0], parts[1]);
        sumAndDifference(im[in], im[in + 2 * apart], parts[2], parts[3]);
        sumAndDifference(re[in + apart], re[in + 3 * apart], parts[4], parts[5]);
        sumAndDifference(im[in + apart], im[in + 3 * apart], parts[6], parts[7]);
        int out = row + 4 * stride * block;
        sumAndDifference(parts[0], parts[4], workRe[out], parts[0]);
        sumAndDifference(parts[2], parts[6], workIm[out], parts[2]);
        sumAndDifference(parts[1], parts[7], parts[4], parts[1]);
        sumAndDifference(parts[3], parts[5], parts[5], parts[3]);
        int twiddle = length / (4 * blocks) * block;
        turn(parts[4], parts[3], twiddle, out + stride);
        turn(parts[0], parts[2], 2 * twiddle, out + 2 * stride);
        turn(parts[1], parts[5], 3 * twiddle, out + 3 * stride);
    }

    private void butterfly(double[][] re, double[][] im, int radix, int block, int blocks, int stride, int row) {
        for (int k = 0; k < radix; k++) {
            int out = row + stride * (radix * block + k);
            Arrays.fill(workRe[out], 0);
            Arrays.fill(workIm[out], 0);
            for (int j = 0; j < radix; j++) {
                // Twiddle factor exp(-2 pi i block k / (radix blocks)) times the radix's own exp(-2 pi i j k / radix).
                long angle = (long) (length / (radix * blocks)) * block * k + (long) (length / radix) * j * k;
                int in = row + stride * (block + blocks * j);
                addTurned(re[in], im[in], (int) (angle % length), out);
            }
        }
    }

    private static void sumAndDifference(double[] a, double[] b, double[] sum, double[] difference) {
        for (int q = 0; q < sum.length; q++) {
            double first = a[q];
            double second = b[q];
            sum[q] = first + second;
            difference[q] = first - second;
        }
    }

    private void turn(double[] re, double[] im, int angle, int out) {
        turn(re, im, cosines[angle], sines[angle], workRe[out], workIm[out]);
    }

    private static void turn(double[] re, double[] im, double c, double s, double[] toRe, double[] toIm) {
        for (int q = 0; q < toRe.length; q++) {
            toRe[q] = c * re[q] - s * im[q];
            toIm[q] = c * im[q] + s * re[q];
        }
    }

    private void addTurned(double[] re, double[] im, int angle, int out) {
        double c = cosines[angle];
        double s = sines[angle];
        double[] toRe = workRe[out];
        double[] toIm = workIm[out];
        for (int q = 0; q < toRe.length; q++) {
            toRe[q] += c * re[q] - s * im[q];
            toIm[q] += c * im[q] + s * re[q];
        }
    }
}
