package org.physgrad.math;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Discrete Fourier transforms of many lines at once: Stockham's self-sorting algorithm with mixed radices, for any length (fast where it has small
 * prime factors). The lines lie side by side, entry i of line j at {@code i * lines + j}, so that every inner loop runs over neighbouring numbers.
 */
final class LineFourier {

    private final int length;
    private final int[] radices;
    private final double[] cosines;
    private final double[] sines;

    LineFourier(int length) {
        this.length = length;
        this.radices = radices(length);
        this.cosines = IntStream.range(0, length)
                .mapToDouble(k -> Math.cos(2 * Math.PI * k / length))
                .toArray();
        this.sines = IntStream.range(0, length)
                .mapToDouble(k -> -Math.sin(2 * Math.PI * k / length))
                .toArray();
    }

    private static int[] radices(int length) {
        IntStream.Builder factors = IntStream.builder();
        int rest = length;
        while (rest % 4 == 0) {
            factors.add(4);
            rest /= 4;
        }
        for (int factor = 2; rest > 1; factor++) {
            while (rest % factor == 0) {
                factors.add(factor);
                rest /= factor;
            }
        }
        return factors.build().toArray();
    }

    /**
     * Transforms all lines in place, un-normalised, with the factor exp(-2 pi i k n / length). Real and imaginary parts exchanged, the same call is
     * the un-normalised inverse.
     *
     * @param re real parts, {@code [length, lines]} flattened
     * @param im imaginary parts, likewise
     * @param workRe scratch of at least the same size
     * @param workIm scratch of at least the same size
     * @param lines number of lines
     */
    void transform(double[] re, double[] im, double[] workRe, double[] workIm, int lines) {
        double[] fromRe = re;
        double[] fromIm = im;
        double[] toRe = workRe;
        double[] toIm = workIm;
        int remaining = length;
        int stride = lines;
        for (int radix : radices) {
            int blocks = remaining / radix;
            for (int block = 0; block < blocks; block++) {
                if (radix == 4) {
                    butterfly4(fromRe, fromIm, toRe, toIm, block, blocks, stride);
                } else {
                    butterfly(fromRe, fromIm, toRe, toIm, radix, block, blocks, stride);
                }
            }
            double[] swap = fromRe;
            fromRe = toRe;
            toRe = swap;
            swap = fromIm;
            fromIm = toIm;
            toIm = swap;
            remaining = blocks;
            stride *= radix;
        }
        if (fromRe != re) {
            System.arraycopy(fromRe, 0, re, 0, length * lines);
            System.arraycopy(fromIm, 0, im, 0, length * lines);
        }
    }

    private void butterfly4(
            double[] fromRe, double[] fromIm, double[] toRe, double[] toIm, int block, int blocks, int stride) {
        int twiddle = length / (4 * blocks) * block;
        double c1 = cosines[twiddle];
        double s1 = sines[twiddle];
        double c2 = cosines[2 * twiddle];
        double s2 = sines[2 * twiddle];
        double c3 = cosines[3 * twiddle];
        double s3 = sines[3 * twiddle];
        int in0 = stride * block;
        int in1 = in0 + stride * blocks;
        int in2 = in1 + stride * blocks;
        int in3 = in2 + stride * blocks;
        int out0 = 4 * in0;
        int out1 = out0 + stride;
        int out2 = out1 + stride;
        int out3 = out2 + stride;
        for (int q = 0; q < stride; q++) {
            double evenSumRe = fromRe[in0 + q] + fromRe[in2 + q];
            double evenSumIm = fromIm[in0 + q] + fromIm[in2 + q];
            double evenDiffRe = fromRe[in0 + q] - fromRe[in2 + q];
            double evenDiffIm = fromIm[in0 + q] - fromIm[in2 + q];
            double oddSumRe = fromRe[in1 + q] + fromRe[in3 + q];
            double oddSumIm = fromIm[in1 + q] + fromIm[in3 + q];
            double oddDiffRe = fromRe[in1 + q] - fromRe[in3 + q];
            double oddDiffIm = fromIm[in1 + q] - fromIm[in3 + q];
            toRe[out0 + q] = evenSumRe + oddSumRe;
            toIm[out0 + q] = evenSumIm + oddSumIm;
            double re1 = evenDiffRe + oddDiffIm;
            double im1 = evenDiffIm - oddDiffRe;
            toRe[out1 + q] = c1 * re1 - s1 * im1;
            toIm[out1 + q] = c1 * im1 + s1 * re1;
            double re2 = evenSumRe - oddSumRe;
            double im2 = evenSumIm - oddSumIm;
            toRe[out2 + q] = c2 * re2 - s2 * im2;
            toIm[out2 + q] = c2 * im2 + s2 * re2;
            double re3 = evenDiffRe - oddDiffIm;
            double im3 = evenDiffIm + oddDiffRe;
            toRe[out3 + q] = c3 * re3 - s3 * im3;
            toIm[out3 + q] = c3 * im3 + s3 * re3;
        }
    }

    private void butterfly(
            double[] fromRe,
            double[] fromIm,
            double[] toRe,
            double[] toIm,
            int radix,
            int block,
            int blocks,
            int stride) {
        for (int k = 0; k < radix; k++) {
            int out = stride * (radix * block + k);
            Arrays.fill(toRe, out, out + stride, 0);
            Arrays.fill(toIm, out, out + stride, 0);
            for (int j = 0; j < radix; j++) {
                // Twiddle factor exp(-2 pi i block k / (radix blocks)) times the radix's own exp(-2 pi i j k / radix).
                long turn = (long) (length / (radix * blocks)) * block * k + (long) (length / radix) * j * k;
                int angle = (int) (turn % length);
                double c = cosines[angle];
                double s = sines[angle];
                int in = stride * (block + blocks * j);
                for (int q = 0; q < stride; q++) {
                    toRe[out + q] += c * fromRe[in + q] - s * fromIm[in + q];
                    toIm[out + q] += c * fromIm[in + q] + s * fromRe[in + q];
                }
            }
        }
    }
}
