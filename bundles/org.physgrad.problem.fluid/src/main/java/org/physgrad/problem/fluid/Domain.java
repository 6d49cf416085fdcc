package org.physgrad.problem.fluid;

/**
 * The periodic square that the fluid lives in.
 *
 * @param resolution cells per axis
 */
record Domain(int resolution) {

    /** Length of an edge, in units. */
    static final double SIZE = 128;

    /** Position of the middle along each axis, in units. */
    static final double MIDDLE = SIZE / 2;

    /** Number of cells. */
    int cells() {
        return resolution * resolution;
    }

    /** Length of a cell's edge, in units. */
    double cellSize() {
        return SIZE / resolution;
    }

    /** Position of the centre of the i-th cell along an axis, in units. */
    double centre(int i) {
        return (i + 0.5) * cellSize();
    }
}
