package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
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
        double[] complete = new Fourier(nx, ny).forward(field, 3);
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
