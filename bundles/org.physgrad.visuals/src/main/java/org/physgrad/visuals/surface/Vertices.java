package org.physgrad.visuals.surface;

import org.physgrad.api.visual.Range;
import org.physgrad.visuals.colour.ColourMap;

/** The corners of a surface on the picture: places, depths, colours and light, {@code [nx, ny]} flattened. NaN places mark values that are missing. */
final class Vertices {

    private static final float AMBIENT = 0.55f;

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

    /** Places all corners. */
    void place(float[] heights, Range range, Box box, Camera.Projection projection) {
        float low = (float) range.low();
        float perValue = range.high() > range.low() ? (float) (1 / (range.high() - range.low())) : 0;
        float lift = perValue == 0 ? 0.5f : 0;
        for (int i = 0; i < nx; i++) {
            float x = box.x(i, nx);
            for (int j = 0; j < ny; j++) {
                int k = i * ny + j;
                float fraction = Math.max(0, Math.min(1, (heights[k] - low) * perValue + lift));
                float y = box.y(j, ny);
                float z = box.z(fraction);
                depth[k] = projection.depth(x, y, z);
                across[k] = projection.across(x, y, depth[k]);
                down[k] = projection.down(x, y, z, depth[k]);
                colour[k] = fraction * (ColourMap.SIZE - 1);
                light[k] = light(heights, i, j, perValue * box.steepness());
            }
        }
    }

    /** Light from the upper left, of a slope by central differences. */
    private float light(float[] heights, int i, int j, float steepness) {
        int k = i * ny + j;
        float slopeX = (heights[i < nx - 1 ? k + ny : k] - heights[i > 0 ? k - ny : k]) * steepness * (nx - 1) / 2;
        float slopeY = (heights[j < ny - 1 ? k + 1 : k] - heights[j > 0 ? k - 1 : k]) * steepness * (ny - 1) / 2;
        float upright = 1 / (float) Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        float direct = (0.4f * slopeX - 0.3f * slopeY + 0.86f) * upright;
        return Float.isNaN(direct) ? AMBIENT : AMBIENT + (1 - AMBIENT) * Math.max(0, Math.min(1, direct));
    }
}
