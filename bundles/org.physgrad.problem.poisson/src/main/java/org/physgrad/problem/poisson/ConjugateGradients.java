package org.physgrad.problem.poisson;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Values;

/**
 * Solves lap(y) = x by conjugate gradients from y = 0, for each example until |r|^2 {@literal <=} tolerance^2 |x|^2, as the authors' code does. The
 * Laplacian is negative definite, which changes the sign of the step size twice and nothing else.
 */
final class ConjugateGradients implements LaplaceSolver {

    private static final int MAXIMUM_ITERATIONS = 1000;
    /** After this many iterations, a residual that grew by the factor below tells that the iteration diverges. */
    private static final int PATIENCE = 8;

    private static final double DIVERGED = 1e5;

    private final Laplacian laplacian;
    private final double tolerance;

    ConjugateGradients(Laplacian laplacian, double tolerance) {
        this.laplacian = laplacian;
        this.tolerance = tolerance;
    }

    @Override
    public INDArray solve(INDArray x) {
        int size = Math.toIntExact(x.size(0));
        double[] sources = Values.of(x);
        double[] potentials = new double[sources.length];
        BatchLoop.forEach(size, example -> solve(sources, potentials, example));
        return Values.array(potentials, DataType.DOUBLE, x.shape());
    }

    private void solve(double[] sources, double[] potentials, int example) {
        int cells = laplacian.cells();
        int offset = example * cells;
        double[] residual = new double[cells];
        System.arraycopy(sources, offset, residual, 0, cells);
        double[] direction = residual.clone();
        double[] image = new double[cells];
        double start = dot(residual, residual);
        double squared = start;
        // An example that is not a number is no reason to stop the others: the comparison is false for it.
        for (int iteration = 1; squared > tolerance * tolerance * start; iteration++) {
            laplacian.apply(direction, 0, image, 0);
            double step = squared / dot(direction, image);
            for (int i = 0; i < cells; i++) {
                potentials[offset + i] += step * direction[i];
                residual[i] -= step * image[i];
            }
            double previous = squared;
            squared = dot(residual, residual);
            requireProgress(example, iteration, Math.sqrt(squared / start));
            for (int i = 0; i < cells; i++) {
                direction[i] = residual[i] + squared / previous * direction[i];
            }
        }
    }

    private void requireProgress(int example, int iteration, double reduction) {
        boolean diverged = iteration >= PATIENCE && reduction * reduction > DIVERGED;
        boolean exhausted = iteration >= MAXIMUM_ITERATIONS && reduction > tolerance;
        if (diverged || exhausted) {
            throw new ArithmeticException("conjugate gradients " + (diverged ? "diverged" : "did not converge")
                    + " for example " + example + ": after " + iteration + " iterations the residual is " + reduction
                    + " of the source, wanted " + tolerance + "; raise the tolerance or use method direct");
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
