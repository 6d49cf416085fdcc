package org.physgrad.problem.fluid;

import org.physgrad.math.DotProduct;

/**
 * Restores the kinetic energy that advection and projection lost (paper, section 3.4): w = c p with c = sqrt(v.v / p.p), where v is the
 * velocity before the step and p the velocity after it. The products run over one component, or over both.
 */
final class EnergyNormalisation {

    /** Mean squares up to this, in squared units per squared time, count as rest, which has no energy to restore. */
    private static final double REST = 1e-30;

    private final boolean byComponent;

    /**
     * Chooses the energy to restore.
     *
     * @param byComponent whether each component gets its own energy back, or both together theirs
     */
    EnergyNormalisation(boolean byComponent) {
        this.byComponent = byComponent;
    }

    /**
     * Scales a velocity in place.
     *
     * @param before the velocity v before the step
     * @param after the velocity p after it, which becomes w
     * @return the factors c of the x and the y component
     */
    double[] restore(Flow before, Flow after) {
        double[] wanted = products(before, before);
        double[] found = products(after, after);
        double[] factors = new double[2];
        for (int component = 0; component < 2; component++) {
            boolean moving = isMoving(wanted[component], before) && isMoving(found[component], before);
            factors[component] = moving ? Math.sqrt(wanted[component] / found[component]) : 1;
        }
        combine(factors[0], after.vx(), 0, after.vx(), after.vx());
        combine(factors[1], after.vy(), 0, after.vy(), after.vy());
        return factors;
    }

    /**
     * The adjoint of {@link #restore}: the gradient g with respect to w becomes c (g - d w) with respect to p and d v with respect to v, d
     * = g.w / v.v.
     *
     * @param before the velocity v
     * @param after the scaled velocity w
     * @param factors the factors c
     * @param gradient gradient with respect to w, which becomes that with respect to p
     * @param beforeGradient receives the gradient with respect to v
     */
    void adjoint(Flow before, Flow after, double[] factors, Flow gradient, Flow beforeGradient) {
        double[] wanted = products(before, before);
        double[] found = products(after, after);
        double[] along = products(gradient, after);
        for (int component = 0; component < 2; component++) {
            boolean moving = isMoving(wanted[component], before) && isMoving(found[component], before);
            along[component] = moving ? along[component] / wanted[component] : 0;
        }
        combine(factors[0], gradient.vx(), -factors[0] * along[0], after.vx(), gradient.vx());
        combine(factors[1], gradient.vy(), -factors[1] * along[1], after.vy(), gradient.vy());
        combine(along[0], before.vx(), 0, before.vx(), beforeGradient.vx());
        combine(along[1], before.vy(), 0, before.vy(), beforeGradient.vy());
    }

    private double[] products(Flow a, Flow b) {
        double x = DotProduct.of(a.vx(), b.vx());
        double y = DotProduct.of(a.vy(), b.vy());
        return byComponent ? new double[] {x, y} : new double[] {x + y, x + y};
    }

    private static boolean isMoving(double square, Flow flow) {
        return square > REST * flow.vx().length;
    }

    private static void combine(double factorA, double[] a, double factorB, double[] b, double[] result) {
        for (int k = 0; k < result.length; k++) {
            result[k] = factorA * a[k] + factorB * b[k];
        }
    }
}
