package org.physgrad.visuals.surface;

import org.physgrad.api.visual.FieldGrid;

/**
 * The box that a surface lies in, about zero; its longer side has length 1.
 *
 * @param width extent along x
 * @param depth extent along y
 * @param height extent upwards
 */
record Box(float width, float depth, float height) {

    private static final float HEIGHT = 0.5f;

    /** The box of a grid, in proportion. */
    static Box of(FieldGrid grid) {
        double width = grid.nx() * grid.x().step();
        double depth = grid.ny() * grid.y().step();
        double longer = Math.max(width, depth);
        return new Box((float) (width / longer), (float) (depth / longer), HEIGHT);
    }

    float x(int i, int nx) {
        return width * (i / (nx - 1f) - 0.5f);
    }

    float y(int j, int ny) {
        return depth * (j / (ny - 1f) - 0.5f);
    }

    float z(float fraction) {
        return height * (fraction - 0.5f);
    }

    /** How steep a height of 1 over a width of 1 looks. */
    float steepness() {
        return height;
    }
}
