package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jtransforms.fft.DoubleFFT_2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFourierTest {

    /** Sizes with factors 2, 3, 4, 5, 7 and a prime, even and odd. */
    @ParameterizedTest
    @CsvSource({"2, 3", "8, 6", "5, 7", "12, 9", "13, 20", "64, 64", "80, 60"})
    void agreesWithTheCompleteTransformAndInverts(int nx, int ny) {
        double[] field = gaussian(nx * ny + 3);
        RealFourier fourier = new RealFourier(nx, ny);
        double[] complete = complete(field, 3, nx, ny);
        RealFourier.Modes modes = fourier.forward(field, 3);
        int half = nx / 2 + 1;
        for (int ky = 0; ky < ny; ky++) {
            for (int kx = 0; kx < half; kx++) {
                assertEquals(complete[2 * (kx * ny + ky)], modes.re()[ky * half + kx], 1e-11);
                assertEquals(complete[2 * (kx * ny + ky) + 1], modes.im()[ky * half + kx], 1e-11);
            }
        }
        double[] back = field.clone();
        fourier.inverse(modes, back, 3);
        assertArrayEquals(field, back, 1e-13);
    }

    /** Work arrays are used again: nothing of one field may reach the next, least of all what is not a number. */
    @ParameterizedTest
    @CsvSource({"12, 9", "9, 9", "16, 16"})
    void aFieldLeavesNoTraceInTheNext(int nx, int ny) {
        RealFourier fourier = new RealFourier(nx, ny);
        double[] field = gaussian(nx * ny);
        double[] expected = filtered(fourier, field);
        double[] spoiled = field.clone();
        spoiled[3] = Double.NaN;
        filtered(fourier, spoiled);
        assertArrayEquals(expected, filtered(fourier, field));
    }

    private static double[] filtered(RealFourier fourier, double[] field) {
        double[] result = field.clone();
        fourier.filter(result, 0, fourier.perMode((fx, fy) -> Math.exp(-fx * fx - fy * fy)));
        return result;
    }

    /** All modes, interleaved complex, as JTransforms computes them. */
    private static double[] complete(double[] field, int offset, int nx, int ny) {
        double[] modes = new double[2 * nx * ny];
        System.arraycopy(field, offset, modes, 0, nx * ny);
        new DoubleFFT_2D(nx, ny).realForwardFull(modes);
        return modes;
    }

    @Test
    void frequenciesAreThoseOfTheModesInTheirOrder() {
        assertArrayEquals(new double[] {0, 0.25, -0.5, -0.25}, RealFourier.frequencies(4));
        assertArrayEquals(new double[] {0, 0.2, 0.4, -0.4, -0.2}, RealFourier.frequencies(5));
    }

    @ParameterizedTest
    @CsvSource({"12, 9", "7, 10"})
    void filtersAsForwardAndInverseDo(int nx, int ny) {
        double[] field = gaussian(nx * ny + 2);
        RealFourier fourier = new RealFourier(nx, ny);
        double[] factors = fourier.perMode((fx, fy) -> Math.exp(-fx * fx - 2 * fy));
        double[] expected = field.clone();
        fourier.inverse(fourier.forward(field, 2).times(factors), expected, 2);
        fourier.filter(field, 2, factors);
        assertArrayEquals(expected, field, 1e-13);
    }

    @Test
    void servesSeveralThreadsAtOnce() {
        int n = 16;
        int fields = 64;
        double[] values = gaussian(fields * n * n);
        double[] expected = values.clone();
        RealFourier fourier = new RealFourier(n, n);
        double[] factors = fourier.perMode((fx, fy) -> 1 / (1 + fx * fx + fy * fy));
        IntStream.range(0, fields).forEach(i -> fourier.filter(expected, i * n * n, factors));
        IntStream.range(0, fields).parallel().forEach(i -> fourier.filter(values, i * n * n, factors));
        assertArrayEquals(expected, values);
    }

    /** The definition itself, for a transform that no other code had a part in. */
    @Test
    void followsTheDefinition() {
        int nx = 6;
        int ny = 5;
        double[] field = gaussian(nx * ny);
        RealFourier fourier = new RealFourier(nx, ny);
        RealFourier.Modes modes = fourier.forward(field, 0);
        double[] expected = fourier.perMode((fx, fy) -> {
            double sum = 0;
            for (int i = 0; i < nx; i++) {
                for (int j = 0; j < ny; j++) {
                    sum += field[i * ny + j] * Math.cos(2 * Math.PI * (fx * i + fy * j));
                }
            }
            return sum;
        });
        assertArrayEquals(expected, modes.re(), 1e-12);
    }

    private static double[] gaussian(int count) {
        long seed = 7;
        System.out.println("seed " + seed);
        var random = new PhiloxStreams(seed, 0).stream("field");
        return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
    }
}
