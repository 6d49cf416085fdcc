package org.physgrad.problem.heat;

/**
 * How much of a mode's inverse is applied, given how likely its amplitude is a signal and not numerical noise (paper, section 3.3). Without
 * it, the inverse of the smallest waves would blow rounding errors up by exp(nu t |k|^2), 10^68 at the highest frequency of the paper's grid.
 *
 * @param dampBelow probability up to which a mode is damped instead of amplified
 * @param amplifyFrom probability from which a mode is amplified; in between it is passed on as it is
 */
record Damping(double dampBelow, double amplifyFrom) {

    /** Ratio of amplitude to width from which the weight underflows to zero; most modes are beyond it. */
    private static final double VANISHING = 40;

    /**
     * Says how likely an amplitude is a signal: p = s / (s + n) with s = 1/2 exp(-1/2 (a / signal)^2) and n = 1/2 exp(-1/2 (a / noise)^2).
     * The weights have no factor 1 / width, and both may underflow, which counts as noise.
     *
     * @param amplitude amplitude a of the mode in y* - y0
     * @param signal expected amplitude of a signal at this frequency
     * @param noise expected amplitude of noise
     * @return the probability, from 0 to 1
     */
    double probability(double amplitude, double signal, double noise) {
        double s = weight(amplitude / signal);
        return s == 0 ? 0 : s / (s + weight(amplitude / noise));
    }

    private static double weight(double ratio) {
        if (ratio > VANISHING) {
            return 0;
        }
        double weight = 0.5 * Math.exp(-0.5 * ratio * ratio);
        return Double.isNaN(weight) ? 0 : weight;
    }

    /**
     * Says which share of the inverse is applied: the mode is multiplied by exp(nu t |k|^2 action).
     *
     * @param probability how likely the mode is a signal
     * @return from -1, damp as the forward diffusion does, to 1, invert fully
     */
    double action(double probability) {
        boolean decided = probability <= dampBelow || probability >= amplifyFrom;
        return decided ? 2 * (probability - 0.5) : 0;
    }
}
