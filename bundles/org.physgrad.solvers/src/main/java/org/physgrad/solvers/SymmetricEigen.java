package org.physgrad.solvers;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub, Van Loan: "Matrix Computations", section 8.5).
 *
 * @param values eigenvalues, {@code [n]}
 * @param vectors eigenvectors in the columns, {@code [n][n]}
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of two results, never compared.
record SymmetricEigen(double[] values, double[][] vectors) {

    /** Rotations converge quadratically; a dozen sweeps are more than any matrix needs. */
    private static final int SWEEPS = 50;

    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric, {@code [n][n]}; overwritten
     * @return its decomposition
     */
    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(matrix[p][q])
                            > Math.ulp(1.0) * Math.sqrt(Math.abs(matrix[p][p])) * Math.sqrt(Math.abs(matrix[q][q]))) {
                        rotate(matrix, vectors, p, q);
                        rotated = true;
                    }
                }
            }
        }
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = matrix[i][i];
        }
        return new SymmetricEigen(values, vectors);
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (double[] row : matrix) {
            rotateRow(row, p, q, c, s);
        }
        for (int k = 0; k < matrix.length; k++) {
            double a = matrix[p][k];
            double b = matrix[q][k];
            matrix[p][k] = c * a - s * b;
            matrix[q][k] = s * a + c * b;
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        for (double[] row : vectors) {
            rotateRow(row, p, q, c, s);
        }
    }

    private static void rotateRow(double[] row, int p, int q, double c, double s) {
        double a = row[p];
        double b = row[q];
        row[p] = c * a - s * b;
        row[q] = s * a + c * b;
    }
}
