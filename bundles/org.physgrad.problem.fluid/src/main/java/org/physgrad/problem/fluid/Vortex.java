package org.physgrad.problem.fluid;

/**
 * The vortex of the generator and of the estimator (paper, section 3.4): v = s exp(-r^2 / (2 R^2)) (-r_y, r_x) with R = 20 units around the
 * middle of the domain, counter-clockwise for a positive strength s [1 / time].
 */
final class Vortex {

    private static final double RADIUS = 20;
    /** Mean of r^2 exp(-r^2 / (2 R^2)) over the domain, as published; to more digits it is 120.519. */
    private static final double MEAN_MOMENT = 120.5;

    private final double[] distance;
    private final double[] profile;

    Vortex(Domain domain) {
        int n = domain.resolution();
        this.distance = new double[n];
        for (int i = 0; i < n; i++) {
            distance[i] = domain.centre(i) - Domain.MIDDLE;
        }
        this.profile = new double[domain.cells()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double squared = distance[i] * distance[i] + distance[j] * distance[j];
                profile[i * n + j] = Math.exp(-squared / (2 * RADIUS * RADIUS));
            }
        }
    }

    /**
     * Writes a vortex on top of a uniform flow.
     *
     * @param strength the strength s
     * @param uniform the uniform velocity
     * @param velocity receives the velocities at the centres, {@code [batch, n, n, 2]} flattened, units per time
     * @param offset where the example begins in the array
     */
    void write(double strength, Vec uniform, double[] velocity, int offset) {
        int n = distance.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int cell = i * n + j;
                double s = strength * profile[cell];
                velocity[offset + 2 * cell] = uniform.x() - s * distance[j];
                velocity[offset + 2 * cell + 1] = uniform.y() + s * distance[i];
            }
        }
    }

    /**
     * Reads the strength that a vortex needs to have a velocity's angular momentum.
     *
     * @param velocity velocities at the centres, {@code [batch, n, n, 2]} flattened, units per time
     * @param offset where the example begins in the array
     * @return the strength s, 1 / time
     */
    double strength(double[] velocity, int offset) {
        int n = distance.length;
        double moment = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = offset + 2 * (i * n + j);
                moment += distance[i] * velocity[at + 1] - distance[j] * velocity[at];
            }
        }
        return moment / profile.length / MEAN_MOMENT;
    }
}
