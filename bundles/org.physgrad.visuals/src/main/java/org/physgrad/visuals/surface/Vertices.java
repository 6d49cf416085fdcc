package org.physgrad.visuals.surface;

import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.relief.Relief;

/** The corners of a surface on the picture: places, depths, colours and light, {@code [nx, ny]} flattened. NaN places mark values that are missing. */
final class Vertices {

    final float[] across;
    final float[] down;
    final float[] depth;
    /** Position in the colour table, 0 to its last index. */
    final float[] colour;
    /** From 0, dark, to 1. */
    final float[] light;

    private final int nx;
    private final int ny;

    Vertices(int nx, int ny) {
        this.nx = nx;
        this.ny = ny;
        this.across = new float[nx * ny];
        this.down = new float[nx * ny];
        this.depth = new float[nx * ny];
        this.colour = new float[nx * ny];
        this.light = new float[nx * ny];
    }

    boolean hasSize(int otherNx, int otherNy) {
        return nx == otherNx && ny == otherNy;
    }

    /** Places all corners of a relief of this size. */
    void place(Relief relief, Projection projection) {
        for (int i = 0; i < nx; i++) {
            float x = relief.x(i);
            for (int j = 0; j < ny; j++) {
                int k = i * ny + j;
                float fraction = relief.fraction(i, j);
                float y = relief.y(j);
                float z = relief.z(fraction);
                depth[k] = projection.depth(x, y, z);
                across[k] = projection.across(x, y, depth[k]);
                down[k] = projection.down(x, y, z, depth[k]);
                colour[k] = fraction * (ColourMap.SIZE - 1);
                light[k] = relief.light(i, j);
            }
        }
    }
}
