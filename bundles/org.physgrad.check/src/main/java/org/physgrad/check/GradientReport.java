package org.physgrad.check;

import java.util.List;

/**
 * What a {@link GradientCheck} found.
 *
 * @param subject what was checked
 * @param rows one per step size
 * @param worstExample the example of the batch that agrees least
 * @param worstError its relative error at the step size that suits it best
 * @param tolerance largest error that passes
 */
public record GradientReport(String subject, List<Row> rows, int worstExample, double worstError, double tolerance) {

    /**
     * Adjoint and finite differences at one step size, averaged over the batch.
     *
     * @param step step size, relative to the root mean square of x
     * @param cosine cosine of the angle between the derivatives along the K directions, 1 where they agree
     * @param relativeError length of their difference relative to the longer one, 0 where they agree
     */
    public record Row(double step, double cosine, double relativeError) {}

    /**
     * The verdict.
     *
     * @return true if every example agrees within the tolerance at some step size
     */
    public boolean passed() {
        return worstError <= tolerance;
    }
}
