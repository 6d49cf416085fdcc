package org.physgrad.problem.poisson;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.api.DeviceCode;
import org.physgrad.math.BatchLoop;
import org.physgrad.math.Examples;
import org.physgrad.math.Values;

/**
 * Solves lap(y) = x exactly. Sine waves along y are eigenvectors of the second difference with zero outside the grid; in their basis the equation falls
 * apart into one tridiagonal system along x per wave (Hockney's method, J. ACM 12, 1965). The change of basis is a product with the symmetric
 * orthogonal sine matrix, for the whole batch at once.
 */
final class DirectSolver implements LaplaceSolver {

    private final int nx;
    private final int ny;
    private final INDArray sines;
    /** Inverse pivots, up to their sign, of the elimination along x, {@code [nx, ny]} flattened: row i, wave q. */
    private final double[] pivots;

    DirectSolver(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        double[] matrix = new double[ny * ny];
        for (int j = 0; j < ny; j++) {
            for (int q = 0; q < ny; q++) {
                // The product is reduced first: the sine of a large argument is less exact.
                int phase = (j + 1) * (q + 1) % (2 * (ny + 1));
                matrix[j * ny + q] = Math.sqrt(2.0 / (ny + 1)) * Math.sin(Math.PI * phase / (ny + 1));
            }
        }
        this.sines = Values.array(matrix, DataType.DOUBLE, ny, ny);
        this.pivots = pivots(nx, ny);
    }

    private static double[] pivots(int nx, int ny) {
        double[] pivots = new double[nx * ny];
        for (int q = 0; q < ny; q++) {
            double sine = Math.sin(0.5 * Math.PI * (q + 1) / (ny + 1));
            double diagonal = 2 + 4 * sine * sine;
            double previous = 0;
            for (int i = 0; i < nx; i++) {
                previous = 1 / (diagonal - previous);
                pivots[i * ny + q] = previous;
            }
        }
        return pivots;
    }

    @Override
    public INDArray solve(INDArray x) {
        if (x.dataType() != DataType.DOUBLE) {
            try (INDArray wide = x.castTo(DataType.DOUBLE)) {
                return solve(wide);
            }
        }
        INDArray y = Nd4j.createUninitialized(DataType.DOUBLE, x.shape());
        Examples waves = Examples.create(DataType.DOUBLE, x.shape());
        try (INDArray inOtherBasis = waves.array()) {
            changeBasis(x, inOtherBasis);
            BatchLoop.forEach(Math.toIntExact(x.size(0)), () -> new double[nx * ny], (field, example) -> {
                waves.read(example, field);
                eliminate(field);
                waves.write(example, field);
            });
            changeBasis(inOtherBasis, y);
        }
        return y;
    }

    /** Multiplies all rows by the sine matrix. */
    private void changeBasis(INDArray fields, INDArray result) {
        // BLAS works on columns: the symmetric matrix times the transposed rows gives the transposed result.
        Nd4j.gemm(sines, rows(fields).transpose(), rows(result).transpose(), false, false, 1, 0);
    }

    private INDArray rows(INDArray fields) {
        return fields.reshape('c', fields.length() / ny, ny);
    }

    /** Solves u[i-1] - d u[i] + u[i+1] = f[i] for every wave at once, in place. */
    private void eliminate(double[] waves) {
        for (int q = 0; q < ny; q++) {
            waves[q] *= -pivots[q];
        }
        for (int i = 1; i < nx; i++) {
            int row = i * ny;
            for (int q = 0; q < ny; q++) {
                waves[row + q] = pivots[row + q] * (waves[row - ny + q] - waves[row + q]);
            }
        }
        for (int i = nx - 2; i >= 0; i--) {
            int row = i * ny;
            for (int q = 0; q < ny; q++) {
                waves[row + q] += pivots[row + q] * waves[row + ny + q];
            }
        }
    }

    @Override
    public Optional<DeviceCode> simulatorCode() {
        return Optional.of(new DeviceCode(
                DeviceCode.source(DirectSolver.class, "simulator.cu"),
                Map.of("POISSON_X", nx, "POISSON_Y", ny),
                Map.of("POISSON_SINES", Values.of(sines), "POISSON_PIVOTS", pivots),
                Map.of("POISSON_WAVES", nx * ny)));
    }
}
