package org.physgrad.problem.poisson;

/**
 * The 5-point Laplacian on nx x ny cells of size 1: the sum of the four neighbours minus four times the cell. Neighbours outside the grid count as
 * zero, that is, the value is zero at the centre of the cells around the grid.
 */
record Laplacian(int nx, int ny) {

    int cells() {
        return nx * ny;
    }

    /**
     * Applies the Laplacian to one field.
     *
     * @param field values, {@code [nx, ny]} flattened from {@code offset}; not changed
     * @param offset where the field begins in its array
     * @param result where to write, {@code [nx, ny]} flattened
     * @param resultOffset where the result begins in its array
     */
    void apply(double[] field, int offset, double[] result, int resultOffset) {
        for (int i = 0; i < nx; i++) {
            int row = offset + i * ny;
            int out = resultOffset + i * ny;
            for (int j = 0; j < ny; j++) {
                result[out + j] = -4 * field[row + j];
            }
            for (int j = 1; j < ny; j++) {
                result[out + j] += field[row + j - 1];
                result[out + j - 1] += field[row + j];
            }
            if (i > 0) {
                addRow(field, row - ny, result, out);
            }
            if (i < nx - 1) {
                addRow(field, row + ny, result, out);
            }
        }
    }

    private void addRow(double[] field, int row, double[] result, int out) {
        for (int j = 0; j < ny; j++) {
            result[out + j] += field[row + j];
        }
    }
}
