package org.physgrad.problem.fluid;

/**
 * Averages and differences of neighbours on a periodic grid of n x n cells whose velocity components sit on the cells' faces: {@code vx[i,
 * j]} on the lower x face of the cell (i, j), {@code vy[i, j]} on its lower y face. Going up by half a cell leads from lower faces to
 * centres, going down from centres to lower faces; the adjoint of an average is the average in the other direction. Fields are {@code [n,
 * n]} flattened; a result may be its own source. Not safe for use by several threads.
 */
final class StaggeredGrid {

    /** Direction of the neighbour with the larger index. */
    static final int UP = 1;

    /** Direction of the neighbour with the smaller index. */
    static final int DOWN = -1;

    private final int n;
    /**
     * Neighbours in the places of the values that they are joined with: loops over arrays with one and the same index are the fast ones.
     */
    private final double[] neighbours;

    StaggeredGrid(int n) {
        this.n = n;
        this.neighbours = new double[n * n];
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
        int cells = n * n;
        int shift = side == UP ? n : cells - n;
        System.arraycopy(field, shift, neighbours, 0, cells - shift);
        System.arraycopy(field, 0, neighbours, cells - shift, shift);
        combine(field, own, beside, result);
    }

    private void alongY(double[] field, int side, double own, double beside, double[] result) {
        int cells = n * n;
        // All rows at once; the end of each row, whose neighbour is at its other end, is put right after.
        if (side == UP) {
            System.arraycopy(field, 1, neighbours, 0, cells - 1);
        } else {
            System.arraycopy(field, 0, neighbours, 1, cells - 1);
        }
        int edge = side == UP ? n - 1 : 0;
        for (int row = 0; row < cells; row += n) {
            neighbours[row + edge] = field[row + n - 1 - edge];
        }
        combine(field, own, beside, result);
    }

    private void combine(double[] field, double own, double beside, double[] result) {
        for (int k = 0; k < result.length; k++) {
            result[k] = own * field[k] + beside * neighbours[k];
        }
    }
}
