package org.physgrad.problem.fluid;

/**
 * Averages and differences of neighbours on a periodic grid of n x n cells whose velocity components sit on the cells' faces: {@code vx[i, j]} on the lower x
 * face of the cell (i, j), {@code vy[i, j]} on its lower y face. Going up by half a cell leads from lower faces to centres, going down from centres to lower
 * faces; the adjoint of an average is the average in the other direction. Fields are {@code [n, n]} flattened, and no argument may be both source and result.
 */
final class StaggeredGrid {

    /** Direction of the neighbour with the larger index. */
    static final int UP = 1;

    /** Direction of the neighbour with the smaller index. */
    static final int DOWN = -1;

    private final int n;

    StaggeredGrid(int n) {
        this.n = n;
    }

    /** Computes the mean of every value and its neighbour along x. */
    void averageX(double[] field, int side, double[] result) {
        alongX(field, side, 0.5, 0.5, result);
    }

    /** Computes the mean of every value and its neighbour along y. */
    void averageY(double[] field, int side, double[] result) {
        alongY(field, side, 0.5, 0.5, result);
    }

    /** Computes the upper minus the lower of every value and its neighbour along x. */
    void differenceX(double[] field, int side, double[] result) {
        alongX(field, side, -side, side, result);
    }

    /** Computes the upper minus the lower of every value and its neighbour along y. */
    void differenceY(double[] field, int side, double[] result) {
        alongY(field, side, -side, side, result);
    }

    private void alongX(double[] field, int side, double own, double beside, double[] result) {
        int last = (n - 1) * n;
        if (side == UP) {
            combine(field, 0, n, last, own, beside, result);
            combine(field, last, 0, n, own, beside, result);
        } else {
            combine(field, n, 0, last, own, beside, result);
            combine(field, 0, last, n, own, beside, result);
        }
    }

    private void alongY(double[] field, int side, double own, double beside, double[] result) {
        // All rows at once; the end of each row, whose neighbour is at its other end, is put right after.
        int from = side == UP ? 0 : 1;
        int edge = side == UP ? n - 1 : 0;
        combine(field, from, from + side, n * n - 1, own, beside, result);
        for (int row = 0; row < n * n; row += n) {
            result[row + edge] = own * field[row + edge] + beside * field[row + n - 1 - edge];
        }
    }

    private static void combine(
            double[] field, int at, int neighbour, int count, double own, double beside, double[] result) {
        for (int k = 0; k < count; k++) {
            result[at + k] = own * field[at + k] + beside * field[neighbour + k];
        }
    }
}
