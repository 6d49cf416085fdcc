package org.physgrad.problem.heat;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.Simulator;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.RealFourier;
import org.physgrad.math.Shapes;
import org.physgrad.math.Values;

/**
 * Diffusion of a temperature on a periodic square of n x n cells of size 1: every mode is damped, P(x) = F^-1(exp(-nu t |k|^2) F(x)), with the wave
 * number k in radians per cell (paper, section 3.3). P is linear and its own adjoint.
 */
public final class HeatSimulator implements Simulator {

    private final int resolution;
    private final RealFourier fourier;
    private final double[] exponents;
    private final double[] kernel;

    /**
     * Plans the simulation.
     *
     * @param resolution cells per axis n
     * @param diffusion diffusivity times duration, nu t, in squared cells
     */
    public HeatSimulator(int resolution, double diffusion) {
        this.resolution = resolution;
        this.fourier = new RealFourier(resolution, resolution);
        this.exponents = fourier.perMode((fx, fy) -> diffusion * 4 * Math.PI * Math.PI * (fx * fx + fy * fy));
        this.kernel = new double[exponents.length];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = Math.exp(-exponents[k]);
        }
    }

    @Override
    public long[] causeShape() {
        return new long[] {resolution, resolution};
    }

    @Override
    public long[] effectShape() {
        return causeShape();
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        return diffuse(x, Shapes.requireBatch("x", x, causeShape()));
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        int size = Shapes.requireBatch("x", x, causeShape());
        Shapes.requireBatch("the cotangent", cotangent, effectShape());
        Shapes.requireSize("the cotangent", cotangent, size);
        return diffuse(cotangent, size);
    }

    private INDArray diffuse(INDArray fields, int size) {
        int cells = resolution * resolution;
        double[] values = Values.of(fields);
        BatchLoop.forEach(size, example -> fourier.filter(values, example * cells, kernel));
        return Values.array(values, DataType.DOUBLE, fields.shape());
    }

    int resolution() {
        return resolution;
    }

    RealFourier fourier() {
        return fourier;
    }

    /** nu t |k|^2 per mode, in the layout of {@link RealFourier}. */
    double[] exponents() {
        return exponents;
    }

    /** exp(-nu t |k|^2) per mode, in the layout of {@link RealFourier}. */
    double[] kernel() {
        return kernel;
    }
}
