package org.physgrad.solvers;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Context;
import org.physgrad.api.Simulator;
import org.physgrad.math.Values;

/** Linear self-adjoint physics on n x n cells. */
abstract class FieldPhysics implements Simulator {

    static final int N = 64;

    /** Diffusion for nu t = 8 squared cells on a periodic domain: along each axis a product with a circulant matrix. */
    static FieldPhysics heat() {
        double[][] diffusion = new double[N][N];
        for (int k = 0; k < N; k++) {
            double frequency = 2 * Math.PI * (k <= N / 2 ? k : k - N) / N;
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    diffusion[i][j] += Math.exp(-8 * frequency * frequency) * Math.cos(frequency * (i - j)) / N;
                }
            }
        }
        return new FieldPhysics() {
            @Override
            void apply(double[] fields, int offset) {
                System.arraycopy(transform(fields, offset, diffusion), 0, fields, offset, N * N);
            }
        };
    }

    /** The inverse Laplacian with zero outside the domain, by sine waves. */
    static FieldPhysics poisson() {
        double[][] waves = new double[N][N];
        double[] eigenvalues = new double[N];
        for (int p = 0; p < N; p++) {
            double half = Math.sin(Math.PI * (p + 1) / (2 * (N + 1)));
            eigenvalues[p] = -4 * half * half;
            for (int i = 0; i < N; i++) {
                waves[p][i] = Math.sqrt(2.0 / (N + 1)) * Math.sin(Math.PI * (p + 1) * (i + 1) / (N + 1));
            }
        }
        return new FieldPhysics() {
            @Override
            void apply(double[] fields, int offset) {
                double[] modes = transform(fields, offset, waves);
                for (int k = 0; k < modes.length; k++) {
                    modes[k] /= eigenvalues[k / N] + eigenvalues[k % N];
                }
                System.arraycopy(transform(modes, 0, waves), 0, fields, offset, modes.length);
            }
        };
    }

    /** Products with a symmetric matrix along both axes. */
    private static double[] transform(double[] field, int offset, double[][] matrix) {
        double[] rows = new double[N * N];
        double[] both = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int q = 0; q < N; q++) {
                for (int j = 0; j < N; j++) {
                    rows[i * N + q] += field[offset + i * N + j] * matrix[q][j];
                }
            }
        }
        for (int p = 0; p < N; p++) {
            for (int i = 0; i < N; i++) {
                for (int q = 0; q < N; q++) {
                    both[p * N + q] += matrix[p][i] * rows[i * N + q];
                }
            }
        }
        return both;
    }

    /** Applies the operator to one field in place. */
    abstract void apply(double[] fields, int offset);

    @Override
    public long[] causeShape() {
        return new long[] {N, N};
    }

    @Override
    public long[] effectShape() {
        return causeShape();
    }

    @Override
    public INDArray simulate(INDArray x, Context context) {
        double[] fields = Values.of(x);
        for (int offset = 0; offset < fields.length; offset += N * N) {
            apply(fields, offset);
        }
        return Values.array(fields, DataType.DOUBLE, x.shape());
    }

    @Override
    public INDArray adjoint(INDArray x, INDArray cotangent, Context context) {
        return simulate(cotangent, context);
    }
}
