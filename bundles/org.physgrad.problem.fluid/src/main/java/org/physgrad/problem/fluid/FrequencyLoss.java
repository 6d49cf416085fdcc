package org.physgrad.problem.fluid;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Loss;
import org.physgrad.math.Examples;
import org.physgrad.math.RealFourier;
import org.physgrad.math.RealFourier.Modes;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * Compares markers by their long waves (paper, section 3.4): L = sum over all modes k of sqrt(max(|w_k F(y - y*)_k|^2, 1e-5)), w_k =
 * exp(-(80 |f_k|)^2 / 2) with frequencies f in cycles per cell, and w = 0 for the mean. The lower bound of every mode, below which it has
 * no gradient, makes the loss of equal markers n^2 sqrt(1e-5) instead of zero: 12.95 for 64 x 64 cells.
 */
public final class FrequencyLoss implements Loss {

    private static final double FALLOFF = 80;
    /** As the authors' code computes it, in single precision. */
    private static final double THRESHOLD = 1e-5f;

    private final int n;
    private final RealFourier fourier;
    private final double[] weights;
    /** How many of all modes one mode of the half that is computed stands for. */
    private final double[] multiplicity;

    /**
     * Plans the loss.
     *
     * @param n cells per axis of the markers to compare
     */
    public FrequencyLoss(int n) {
        this.n = n;
        this.fourier = new RealFourier(n, n);
        this.weights = fourier.perMode(
                (fx, fy) -> fx == 0 && fy == 0 ? 0 : Math.exp(-0.5 * FALLOFF * FALLOFF * (fx * fx + fy * fy)));
        this.multiplicity = fourier.perMode((fx, fy) -> fx == 0 || fx == 0.5 ? 1 : 2);
    }

    @Override
    public INDArray value(INDArray y, INDArray target) {
        require(y, target);
        int size = Math.toIntExact(y.size(0));
        double[] losses = new double[size];
        Examples.subtract(y, target, (difference, example) -> {
            Modes modes = fourier.forward(difference, 0);
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += multiplicity[k] * Math.sqrt(Math.max(squared(modes, k), THRESHOLD));
            }
            losses[example] = sum;
        });
        return Values.array(losses, DataType.DOUBLE, size);
    }

    @Override
    public INDArray gradient(INDArray y, INDArray target) {
        require(y, target);
        Examples gradient = Examples.create(y.dataType(), y.shape());
        Examples.subtract(y, target, (difference, example) -> {
            Modes modes = fourier.forward(difference, 0);
            double[] factors = new double[weights.length];
            for (int k = 0; k < weights.length; k++) {
                double square = squared(modes, k);
                // d|w F| = w^2 F / |w F|; the inverse transform brings 1 / n^2, which the sum over the modes does not
                // have.
                factors[k] = square > THRESHOLD ? n * n * weights[k] * weights[k] / Math.sqrt(square) : 0;
            }
            fourier.inverse(modes.times(factors), difference, 0);
            gradient.write(example, difference);
        });
        return gradient.array();
    }

    private double squared(Modes modes, int k) {
        return weights[k] * weights[k] * modes.power(k);
    }

    private void require(INDArray y, INDArray target) {
        Shapes.requireBatch("y", y, n, n);
        Shapes.requireSame("y", y, "the observations y*", target);
    }
}
