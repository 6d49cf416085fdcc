package org.physgrad.math;

import java.util.random.RandomGenerator;

/**
 * Periodic random fields made of waves of many lengths: white noise, whose mode at the frequency f keeps the weight (1 / |f|^2)^smoothness and whose
 * longest waves, |f|^2 {@literal <=} 0.1 with f in cycles per {@code scale}, are left out; standard deviation 1, mean 0. The same
 * distribution as {@code Noise(scale, smoothness)} of PhiFlow, which the paper's generators use: there, modes are drawn without the symmetry
 * of a real field and the imaginary part is dropped.
 */
public final class SpectralNoise {

    /** Squared frequency, in cycles per scale, up to which waves are left out. */
    private static final double CUTOFF = 0.1;

    private final int cells;
    private final RealFourier fourier;
    private final double[] weights;

    /**
     * Plans noise for one grid.
     *
     * @param nx cells along x
     * @param ny cells along y
     * @param cellSize edge of a cell
     * @param scale length that frequencies are counted in, in the unit of {@code cellSize}
     * @param smoothness exponent of the weights; larger is smoother
     * @throws IllegalArgumentException if every wave on this grid is too long to be kept
     */
    public SpectralNoise(int nx, int ny, double cellSize, double scale, double smoothness) {
        this.cells = nx * ny;
        this.fourier = new RealFourier(nx, ny);
        this.weights = fourier.perMode((fx, fy) -> {
            double squared = (fx * fx + fy * fy) * (scale / cellSize) * (scale / cellSize);
            return squared > CUTOFF ? Math.pow(squared, -smoothness) : 0;
        });
        boolean silent = true;
        for (double weight : weights) {
            silent &= weight == 0;
        }
        if (silent) {
            throw new IllegalArgumentException("noise of scale " + scale + " has no wave on " + nx + " x " + ny
                    + " cells of size " + cellSize + "; use a larger scale or more cells");
        }
    }

    /**
     * Draws one example.
     *
     * @param random the stream of this example
     * @param components number of independent fields, normalised together: 1 for a scalar, 2 for a vector in the plane
     * @return the fields, {@code [components, nx, ny]} flattened, dimensionless
     */
    public double[] sample(RandomGenerator random, int components) {
        double[] fields = new double[components * cells];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = random.nextGaussian();
        }
        for (int component = 0; component < components; component++) {
            fourier.filter(fields, component * cells, weights);
        }
        normalize(fields);
        return fields;
    }

    private static void normalize(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(squares / values.length - mean * mean);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) / deviation;
        }
    }
}
