package org.physgrad.problem.heat;

/**
 * An axis-parallel rectangle with soft edges on a grid of cells of size 1. A cell's share is clip(1/2 - d / r, 0, 1), where d is the signed
 * maximum-norm distance of the cell's centre from the edge and r = sqrt(2)/2 the bounding radius of a cell.
 *
 * @param centerX centre along x, in cells
 * @param centerY centre along y, in cells
 * @param halfX half the size along x, in cells
 * @param halfY half the size along y, in cells
 */
record SoftRectangle(double centerX, double centerY, double halfX, double halfY) {

    private static final double RADIUS = Math.sqrt(2) / 2;

    /**
     * Adds the rectangle to a field.
     *
     * @param strength value inside
     * @param field where to add, {@code [n, n]} flattened
     * @param n cells per axis
     */
    void addTo(double[] field, double strength, int n) {
        // Beyond half a bounding radius outside the edge the share is zero.
        int firstX = firstCell(centerX - halfX);
        int lastX = lastCell(centerX + halfX, n);
        int firstY = firstCell(centerY - halfY);
        int lastY = lastCell(centerY + halfY, n);
        for (int i = firstX; i <= lastX; i++) {
            double distanceX = Math.abs(i + 0.5 - centerX) - halfX;
            for (int j = firstY; j <= lastY; j++) {
                double distance = Math.max(distanceX, Math.abs(j + 0.5 - centerY) - halfY);
                double share = Math.min(1, Math.max(0, 0.5 - distance / RADIUS));
                field[i * n + j] += strength * share;
            }
        }
    }

    private static int firstCell(double edge) {
        return Math.max(0, (int) Math.floor(edge - RADIUS / 2 - 0.5));
    }

    private static int lastCell(double edge, int n) {
        return Math.min(n - 1, (int) Math.ceil(edge + RADIUS / 2 - 0.5));
    }
}
