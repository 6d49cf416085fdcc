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
     * @param field values, {@code [nx, ny]} flattened; not changed
     * @param result where to write, {@code [nx, ny]} flattened
     */
    void apply(double[] field, double[] result) {
        for (int i = 0; i < nx; i++) {
            int row = i * ny;
            for (int j = 0; j < ny; j++) {
                result[row + j] = -4 * field[row + j];
            }
            for (int j = 1; j < ny; j++) {
                result[row + j] += field[row + j - 1];
                result[row + j - 1] += field[row + j];
            }
            if (i > 0) {
                addRow(field, row - ny, result, row);
            }
            if (i < nx - 1) {
                addRow(field, row + ny, result, row);
            }
        }
    }

    private void addRow(double[] field, int row, double[] result, int out) {
        for (int j = 0; j < ny; j++) {
            result[out + j] += field[row + j];
        }
    }
}
