package org.physgrad.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConjugateGradientsTest {

    private static final int N = 40;

    /** The one-dimensional Laplacian with zero beyond both ends: negative definite. */
    private static void laplacian(double[] u, double[] image) {
        for (int k = 0; k < N; k++) {
            image[k] = (k > 0 ? u[k - 1] : 0) - 2 * u[k] + (k < N - 1 ? u[k + 1] : 0);
        }
    }

    private static double[] parabola() {
        double[] u = new double[N];
        Arrays.setAll(u, k -> -0.5 * (k + 1) * (N - k));
        return u;
    }

    @Test
    void findsTheParabolaOfAConstantSourceUnderTheNegativeLaplacian() {
        double[] ones = new double[N];
        Arrays.fill(ones, 1);
        double[] u = new double[N];

        new ConjugateGradients(ConjugateGradientsTest::laplacian, N).solve(ones, u, 1e-9);

        assertArrayEquals(parabola(), u, 1e-6);
    }

    @Test
    void leavesAGuessThatSolvesTheEquation() {
        double[] ones = new double[N];
        Arrays.fill(ones, 1);
        double[] u = parabola();
        AtomicInteger applications = new AtomicInteger();

        new ConjugateGradients(
                        (v, image) -> {
                            applications.incrementAndGet();
                            laplacian(v, image);
                        },
                        N)
                .solve(ones, u, 1e-9);

        assertArrayEquals(parabola(), u);
        assertEquals(1, applications.get());
    }

    @Test
    void endsAtOnceForWhatIsNotANumber() {
        double[] u = new double[N];
        double[] b = new double[N];
        b[3] = Double.NaN;

        new ConjugateGradients(ConjugateGradientsTest::laplacian, N).solve(b, u, 1e-9);

        assertArrayEquals(new double[N], u);
    }

    @Test
    void saysHowFarItCameUnderAnOperatorThatIsNotSymmetric() {
        double[] b = new double[N];
        b[0] = 1;

        ArithmeticException failure = assertThrows(
                ArithmeticException.class,
                () -> new ConjugateGradients((u, image) -> Arrays.setAll(image, k -> u[k] + 3 * u[(k + 1) % N]), N)
                        .solve(b, new double[N], 1e-9));

        assertTrue(failure.getMessage().contains("wanted 1.0E-9"), failure::getMessage);
    }
}
