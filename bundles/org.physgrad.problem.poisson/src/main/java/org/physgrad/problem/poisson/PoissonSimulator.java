package org.physgrad.problem.poisson;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.DeviceCode;
import org.physgrad.api.Simulator;
import org.physgrad.math.Shapes;

/**
 * The potential y of a source x, lap(y) = x, on nx x ny cells of size 1 with the value zero around the grid (paper, section 3.2). P = lap^-1 is linear
 * and its own adjoint.
 */
public final class PoissonSimulator implements Simulator {

    private final Laplacian laplacian;
    private final LaplaceSolver solver;

    PoissonSimulator(Laplacian laplacian, LaplaceSolver solver) {
        this.laplacian = laplacian;
        this.solver = solver;
    }

    @Override
    public long[] causeShape() {
        return new long[] {laplacian.nx(), laplacian.ny()};
    }

    @Override
    public long[] effectShape() {
        return causeShape();
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        Shapes.requireBatch("x", x, causeShape());
        return solver.solve(x);
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        int size = Shapes.requireBatch("x", x, causeShape());
        Shapes.requireBatch("the cotangent", cotangent, effectShape());
        Shapes.requireSize("the cotangent", cotangent, size);
        return solver.solve(cotangent);
    }

    Laplacian laplacian() {
        return laplacian;
    }

    @Override
    public Optional<DeviceCode> simulatorCode() {
        return solver.simulatorCode();
    }
}
