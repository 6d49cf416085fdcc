package org.physgrad.problem.poisson;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.ConjugateGradients;
import org.physgrad.math.DotProduct;
import org.physgrad.math.Values;

/** Solves lap(y) = x by conjugate gradients from y = 0, for each example until |r| {@literal <=} tolerance |x|, as the authors' code does. */
final class IterativeSolver implements LaplaceSolver {

    private final Laplacian laplacian;
    private final double tolerance;

    IterativeSolver(Laplacian laplacian, double tolerance) {
        this.laplacian = laplacian;
        this.tolerance = tolerance;
    }

    @Override
    public INDArray solve(INDArray x) {
        int size = Math.toIntExact(x.size(0));
        int cells = laplacian.cells();
        double[] sources = Values.of(x);
        double[] potentials = new double[sources.length];
        BatchLoop.forEach(size, example -> {
            double[] source = Arrays.copyOfRange(sources, example * cells, (example + 1) * cells);
            System.arraycopy(solve(source, example), 0, potentials, example * cells, cells);
        });
        return Values.array(potentials, DataType.DOUBLE, x.shape());
    }

    private double[] solve(double[] source, int example) {
        double[] potential = new double[source.length];
        double limit = tolerance * Math.sqrt(DotProduct.of(source, source));
        try {
            new ConjugateGradients(laplacian::apply, source.length).solve(source, potential, limit);
        } catch (ArithmeticException e) {
            throw new ArithmeticException("the potential of example " + example + " is not found: " + e.getMessage()
                    + "; raise the tolerance or use method direct");
        }
        return potential;
    }
}
