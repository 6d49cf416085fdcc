package org.physgrad.problem.heat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.Simulator;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Examples;
import org.physgrad.math.RealFourier;
import org.physgrad.math.Shapes;

/**
 * Diffusion of a temperature on a periodic square of n x n cells of size 1: every mode is damped, P(x) = F^-1(exp(-nu t |k|^2) F(x)), with the wave
 * number k in radians per cell (paper, section 3.3). P is linear and its own adjoint.
 */
public final class HeatSimulator implements Simulator {

    private final int resolution;
    private final RealFourier fourier;
    private final double[] exponents;
    private final double[] kernel;
    private final double[] inverseKernel;

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
        this.kernel =
                Arrays.stream(exponents).map(exponent -> Math.exp(-exponent)).toArray();
        this.inverseKernel = Arrays.stream(exponents).map(Math::exp).toArray();
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
        Examples before = Examples.of(fields);
        Examples after = Examples.create(DataType.DOUBLE, fields.shape());
        BatchLoop.forEach(size, () -> new double[before.entries()], (field, example) -> {
            before.read(example, field);
            fourier.filter(field, 0, kernel);
            after.write(example, field);
        });
        return after.array();
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

    /** exp(nu t |k|^2) per mode, in the layout of {@link RealFourier}; infinite where it overflows. */
    double[] inverseKernel() {
        return inverseKernel;
    }

    @Override
    public Optional<DeviceCode> simulatorCode() {
        double[] cosine = new double[resolution];
        double[] sine = new double[resolution];
        for (int k = 0; k < resolution; k++) {
            cosine[k] = Math.cos(2 * Math.PI * k / resolution);
            sine[k] = Math.sin(2 * Math.PI * k / resolution);
        }
        int modes = kernel.length;
        return Optional.of(new DeviceCode(
                DeviceCode.source(HeatSimulator.class, "simulator.cu"),
                Map.of("HEAT_N", resolution),
                Map.of(
                        "HEAT_COSINE", cosine,
                        "HEAT_SINE", sine,
                        "HEAT_KERNEL", kernel,
                        "HEAT_EXPONENTS", exponents),
                Map.of("HEAT_ROWS", 2 * modes, "HEAT_RE", modes, "HEAT_IM", modes)));
    }
}
