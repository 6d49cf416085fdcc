package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

class SpectralNoiseTest {

    private static final int EXAMPLES = 256;

    /** Against 256 examples of PhiFlow's Noise: the mean spectrum mode by mode, and the sum of absolute values. */
    @ParameterizedTest
    @CsvSource({"64, 64", "80, 60"})
    void hasTheStatisticsOfTheReference(int nx, int ny) throws IOException {
        long seed = 61;
        System.out.println("seed " + seed);
        SpectralNoise noise = new SpectralNoise(nx, ny, 1, 10, 1);
        RealFourier fourier = new RealFourier(nx, ny);
        int half = nx / 2 + 1;
        double[] spectrum = new double[ny * half];
        double absolute = 0;
        for (int example = 0; example < EXAMPLES; example++) {
            double[] x = noise.sample(new PhiloxStreams(seed, 1).stream("source", example), 1);
            for (double value : x) {
                absolute += Math.abs(value);
            }
            RealFourier.Modes modes = fourier.forward(x, 0);
            for (int k = 0; k < spectrum.length; k++) {
                spectrum[k] += (modes.re()[k] * modes.re()[k] + modes.im()[k] * modes.im()[k]) / EXAMPLES;
            }
        }
        double[] expected = load("noise_spectrum_mean_" + nx + "x" + ny);
        int kept = 0;
        double logarithms = 0;
        for (int ky = 0; ky < ny; ky++) {
            for (int kx = 0; kx < half; kx++) {
                double reference = expected[kx * ny + ky];
                double actual = spectrum[ky * half + kx];
                if (reference < 1e-9) {
                    assertEquals(0, actual, 1e-9);
                } else {
                    // A mean of 256 squared amplitudes scatters by 1/16 (real modes by more), in reference and test
                    // alike.
                    assertEquals(0, Math.log(actual / reference), 0.6, kx + ", " + ky);
                    logarithms += Math.log(actual / reference);
                    kept++;
                }
            }
        }
        // The normalisation to deviation 1 is one factor for all modes, which the few longest waves decide: it scatters
        // by 2 %.
        assertEquals(0, logarithms / kept, 0.1);
        double[] sums = load("noise_abs_mean_" + nx + "x" + ny);
        assertEquals(sums[1], absolute / EXAMPLES, 0.005 * sums[1]);
    }

    @Test
    void componentsAreIndependentAndNormalisedTogether() {
        System.out.println("seed 62");
        int cells = 48 * 32;
        double[] v = new SpectralNoise(48, 32, 2, 10, 1).sample(new PhiloxStreams(62, 1).stream("v"), 2);
        double squares = 0;
        double product = 0;
        for (int i = 0; i < cells; i++) {
            squares += v[i] * v[i] + v[cells + i] * v[cells + i];
            product += v[i] * v[cells + i];
        }
        assertEquals(1, squares / (2 * cells), 1e-12);
        assertTrue(Math.abs(product / cells) < 0.5, "correlation " + product / cells);
    }

    @Test
    void refusesGridsThatHoldNoWave() {
        String message = assertThrows(IllegalArgumentException.class, () -> new SpectralNoise(64, 64, 1, 0.1, 1))
                .getMessage();
        assertTrue(message.contains("larger scale"), message);
    }

    private static double[] load(String name) throws IOException {
        try (InputStream stream = SpectralNoiseTest.class.getResourceAsStream(name + ".npy")) {
            return Values.of(Nd4j.createNpyFromInputStream(stream));
        }
    }
}
