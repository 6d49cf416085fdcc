package org.example.wave;

/**
 * Still water in a square basin of n x n cells with reflecting walls, from deep at the first cells along x to shallow at the last ones. Heights u follow the
 * wave equation u_tt = c^2 lap(u), in leapfrog steps u_(k+1) = 2 B u_k - u_(k-1) with B = 1 + 1/2 s^2 lap, s the cells that a wave travels per step, and
 * u_1 = B u_0 for water that is released at rest. So k steps are the Chebyshev polynomial T_k(B), and their transpose is T_k(B^T).
 */
final class Basin {

    private final int n;
    /** 1/2 s^2 for each index along x. */
    private final double[] coefficients;

    /**
     * Fills the basin.
     *
     * @param n cells per axis
     * @param courant cells that a wave travels per step in the deepest water
     * @param shelving share of that speed that is lost at the shallow end
     */
    Basin(int n, double courant, double shelving) {
        this.n = n;
        this.coefficients = new double[n];
        for (int i = 0; i < n; i++) {
            double speed = courant * (1 - shelving * (i + 0.5) / n);
            coefficients[i] = 0.5 * speed * speed;
        }
    }

    int cells() {
        return n * n;
    }

    /** Computes B u. */
    void apply(double[] u, double[] result) {
        laplacian(u, result);
        for (int i = 0; i < n; i++) {
            for (int cell = i * n; cell < (i + 1) * n; cell++) {
                result[cell] = u[cell] + coefficients[i] * result[cell];
            }
        }
    }

    /** Computes B^T w. */
    void applyTransposed(double[] w, double[] result) {
        double[] scaled = new double[w.length];
        for (int i = 0; i < n; i++) {
            for (int cell = i * n; cell < (i + 1) * n; cell++) {
                scaled[cell] = coefficients[i] * w[cell];
            }
        }
        laplacian(scaled, result);
        for (int cell = 0; cell < result.length; cell++) {
            result[cell] += w[cell];
        }
    }

    /** The sum of differences to the neighbours inside: symmetric, and no water flows through the walls. */
    private void laplacian(double[] u, double[] result) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int cell = i * n + j;
                double sum = i > 0 ? u[cell - n] - u[cell] : 0;
                sum += i < n - 1 ? u[cell + n] - u[cell] : 0;
                sum += j > 0 ? u[cell - 1] - u[cell] : 0;
                sum += j < n - 1 ? u[cell + 1] - u[cell] : 0;
                result[cell] = sum;
            }
        }
    }
}
