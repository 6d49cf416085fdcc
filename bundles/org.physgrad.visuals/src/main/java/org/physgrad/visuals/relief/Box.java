package org.physgrad.visuals.relief;

import org.physgrad.api.visual.FieldGrid;

/**
 * The box that a relief lies in, about zero; its longer side has length 1.
 *
 * @param width extent along x
 * @param depth extent along y
 * @param height extent upwards
 */
public record Box(float width, float depth, float height) {

    private static final float HEIGHT = 0.5f;

    /**
     * Finds the box of a grid, in proportion.
     *
     * @param grid the grid
     * @return its box
     */
    public static Box of(FieldGrid grid) {
        double width = grid.nx() * grid.x().step();
        double depth = grid.ny() * grid.y().step();
        double longer = Math.max(width, depth);
        return new Box((float) (width / longer), (float) (depth / longer), HEIGHT);
    }
}
