package org.physgrad.solvers;

import org.physgrad.math.DotProduct;

/**
 * The limited memory of BFGS: the last m steps s and changes of gradient y, which stand for the inverse Hessian (Nocedal, Wright: "Numerical
 * Optimization", algorithm 7.4).
 */
final class CurvaturePairs {

    private final double[][] steps;
    private final double[][] changes;
    /** The products s . y. */
    private final double[] curvatures;

    private int count;
    private int newest = -1;

    CurvaturePairs(int capacity) {
        this.steps = new double[capacity][];
        this.changes = new double[capacity][];
        this.curvatures = new double[capacity];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void clear() {
        count = 0;
        newest = -1;
    }

    /**
     * Remembers a step; forgets the oldest where there are too many.
     *
     * @param step x_k+1 - x_k; kept
     * @param change g_k+1 - g_k; kept
     * @param least smallest product s . y with which the pair is of use; others would spoil the descent
     */
    void add(double[] step, double[] change, double least) {
        double curvature = DotProduct.of(step, change);
        if (!(curvature > least)) {
            return;
        }
        newest = (newest + 1) % steps.length;
        count = Math.min(count + 1, steps.length);
        steps[newest] = step;
        changes[newest] = change;
        curvatures[newest] = curvature;
    }

    /**
     * Multiplies by the inverse Hessian that the pairs stand for.
     *
     * @param vector multiplied in place
     */
    void multiplyInverseHessian(double[] vector) {
        if (count == 0) {
            return;
        }
        double[] weights = new double[count];
        for (int k = 0; k < count; k++) {
            int i = index(k);
            weights[k] = DotProduct.of(steps[i], vector) / curvatures[i];
            add(vector, -weights[k], changes[i]);
        }
        double scale = curvatures[newest] / DotProduct.of(changes[newest], changes[newest]);
        for (int j = 0; j < vector.length; j++) {
            vector[j] *= scale;
        }
        for (int k = count - 1; k >= 0; k--) {
            int i = index(k);
            add(vector, weights[k] - DotProduct.of(changes[i], vector) / curvatures[i], steps[i]);
        }
    }

    /** Where the pair of so many steps ago is. */
    private int index(int age) {
        return Math.floorMod(newest - age, steps.length);
    }

    private static void add(double[] vector, double factor, double[] other) {
        for (int j = 0; j < vector.length; j++) {
            vector[j] += factor * other[j];
        }
    }
}
