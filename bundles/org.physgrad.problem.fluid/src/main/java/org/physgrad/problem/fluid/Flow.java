package org.physgrad.problem.fluid;

/**
 * The state of one fluid, or a gradient with respect to it; fields are {@code [n, n]} flattened.
 *
 * @param vx velocity on lower x faces, units per time
 * @param vy velocity on lower y faces, units per time
 * @param marker concentration of the marker in cells
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of work arrays, never compared.
record Flow(double[] vx, double[] vy, double[] marker) {

    /** Makes a fluid at rest without marker. */
    static Flow zero(int cells) {
        return new Flow(new double[cells], new double[cells], new double[cells]);
    }
}
