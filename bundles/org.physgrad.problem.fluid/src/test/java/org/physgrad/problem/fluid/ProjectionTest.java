package org.physgrad.problem.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {

    /** An odd size has no highest frequency of its own. */
    @ParameterizedTest
    @ValueSource(ints = {17, 24, 64})
    void leavesNoDivergenceAndDoesNothingTwice(int n) {
        Projection projection = new SpectralProjection(n);
        double[] vx = gaussian(n, 1);
        double[] vy = gaussian(n, 2);
        projection.project(vx, vy);
        double[] divergence = new double[n * n];
        new PressureGradient(n).divergence(vx, vy, divergence);
        assertArrayEquals(new double[n * n], divergence, 1e-12);
        double[] onceX = vx.clone();
        double[] onceY = vy.clone();
        projection.project(vx, vy);
        assertArrayEquals(onceX, vx, 1e-12);
        assertArrayEquals(onceY, vy, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 64})
    void isItsOwnAdjoint(int n) {
        Projection projection = new SpectralProjection(n);
        double[] vx = gaussian(n, 3);
        double[] vy = gaussian(n, 4);
        double[] wx = gaussian(n, 5);
        double[] wy = gaussian(n, 6);
        double[][] v = {vx.clone(), vy.clone()};
        double[][] w = {wx.clone(), wy.clone()};
        projection.project(v[0], v[1]);
        projection.projectGradient(w[0], w[1]);
        double forward = dot(v[0], wx) + dot(v[1], wy);
        assertEquals(forward, dot(w[0], vx) + dot(w[1], vy), 1e-10 * Math.abs(forward));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 64})
    void conjugateGradientsComeToTheSame(int n) {
        Projection exact = new SpectralProjection(n);
        Projection iterative = new ConjugateGradientProjection(new Domain(n), 1e-11);
        double[][] a = {gaussian(n, 7), gaussian(n, 8)};
        double[][] b = {a[0].clone(), a[1].clone()};
        double[][] c = {a[0].clone(), a[1].clone()};
        exact.project(a[0], a[1]);
        iterative.project(b[0], b[1]);
        iterative.projectGradient(c[0], c[1]);
        assertArrayEquals(a[0], b[0], 1e-9);
        assertArrayEquals(a[1], b[1], 1e-9);
        assertArrayEquals(a[0], c[0], 1e-5);
        // From the pressure of before, the same velocity needs no work and gives the same answer.
        double[][] again = {gaussian(n, 7), gaussian(n, 8)};
        iterative.project(again[0], again[1]);
        assertArrayEquals(b[0], again[0], 1e-10);
        assertTrue(Arrays.stream(again[1]).allMatch(Double::isFinite));
    }

    private static double[] gaussian(int n, long seed) {
        System.out.println("seed " + seed);
        return new Random(seed).doubles((long) n * n).map(u -> 2 * u - 1).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
