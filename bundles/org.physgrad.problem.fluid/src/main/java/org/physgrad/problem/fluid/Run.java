package org.physgrad.problem.fluid;

import java.util.Arrays;

/**
 * What is kept of the forward runs of a batch.
 *
 * @param x the initial velocities at the centres, {@code [batch, n, n, 2]} flattened
 * @param m0 the initial markers, {@code [batch, n, n]} flattened
 * @param effect the markers at the end, {@code [batch, n, n]} flattened
 * @param velocity the velocities at the end on lower x and lower y faces, {@code [batch, 2, n, n]} flattened
 * @param centres the markers' centres of mass before the first and after every step, by example
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of arrays, never compared.
record Run(double[] x, double[] m0, double[] effect, double[] velocity, Vec[][] centres) {

    /** Tells whether this is the run of the given velocities and markers. */
    boolean isOf(double[] velocities, double[] markers) {
        return Arrays.equals(x, velocities) && Arrays.equals(m0, markers);
    }
}
