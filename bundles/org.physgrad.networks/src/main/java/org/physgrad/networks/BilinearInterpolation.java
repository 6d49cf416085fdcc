package org.physgrad.networks;

/** Doubles the resolution of a plane by bilinear interpolation between cell centres; the formula stands at {@link BilinearUpsampling}. */
final class BilinearInterpolation {

    private static final double NEAR = 0.75;
    private static final double FAR = 0.25;

    private BilinearInterpolation() {}

    /**
     * Interpolates.
     *
     * @param coarse values, {@code [nx, ny]} flattened; not changed
     * @param fine receives the result, {@code [2 nx, 2 ny]} flattened
     * @param nx coarse cells along x
     * @param ny coarse cells along y
     */
    static void upsample(double[] coarse, double[] fine, int nx, int ny) {
        double[] row = new double[ny];
        for (int x = 0; x < 2 * nx; x++) {
            int near = x / 2 * ny;
            int far = clamp(x % 2 == 0 ? x / 2 - 1 : x / 2 + 1, nx) * ny;
            for (int y = 0; y < ny; y++) {
                row[y] = NEAR * coarse[near + y] + FAR * coarse[far + y];
            }
            int out = x * 2 * ny;
            for (int y = 0; y < ny; y++) {
                fine[out + 2 * y] = NEAR * row[y] + FAR * row[clamp(y - 1, ny)];
                fine[out + 2 * y + 1] = NEAR * row[y] + FAR * row[clamp(y + 1, ny)];
            }
        }
    }

    /**
     * Applies the transposed matrix of {@link #upsample}: a coarse cell gathers what it gave. The edge cells stand in for their missing neighbours,
     * which is why the same clamping appears.
     *
     * @param fine values, {@code [2 nx, 2 ny]} flattened; not changed
     * @param coarse receives the result, {@code [nx, ny]} flattened
     * @param nx coarse cells along x
     * @param ny coarse cells along y
     */
    static void adjoint(double[] fine, double[] coarse, int nx, int ny) {
        double[] row = new double[2 * ny];
        for (int x = 0; x < nx; x++) {
            int near = 2 * x * 2 * ny;
            int before = clamp(2 * x - 1, 2 * nx) * 2 * ny;
            int after = clamp(2 * x + 2, 2 * nx) * 2 * ny;
            for (int y = 0; y < 2 * ny; y++) {
                row[y] = NEAR * (fine[near + y] + fine[near + 2 * ny + y]) + FAR * (fine[before + y] + fine[after + y]);
            }
            for (int y = 0; y < ny; y++) {
                coarse[x * ny + y] = NEAR * (row[2 * y] + row[2 * y + 1])
                        + FAR * (row[clamp(2 * y - 1, 2 * ny)] + row[clamp(2 * y + 2, 2 * ny)]);
            }
        }
    }

    private static int clamp(int index, int size) {
        return Math.max(0, Math.min(index, size - 1));
    }
}
