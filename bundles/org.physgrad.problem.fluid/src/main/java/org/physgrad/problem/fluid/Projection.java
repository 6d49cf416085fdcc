package org.physgrad.problem.fluid;

/**
 * Makes a velocity field free of divergence (paper, section 3.4): v - grad p, with lap p = div v on the five-point stencil of the staggered
 * grid. A linear and self-adjoint map. Objects hold work arrays: not safe for use by several threads.
 */
interface Projection {

    /** Starts a new run: whatever was learned from earlier fields is forgotten. */
    default void reset() {}

    /**
     * Projects a velocity in place.
     *
     * @param vx velocity on lower x faces, {@code [n, n]} flattened
     * @param vy velocity on lower y faces
     */
    void project(double[] vx, double[] vy);

    /**
     * Projects a gradient in place, which is of another size than a velocity.
     *
     * @param vx gradient with respect to the velocity on lower x faces
     * @param vy gradient with respect to the velocity on lower y faces
     */
    default void projectGradient(double[] vx, double[] vy) {
        project(vx, vy);
    }
}
