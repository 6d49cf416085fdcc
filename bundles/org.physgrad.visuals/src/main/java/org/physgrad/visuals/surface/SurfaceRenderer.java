package org.physgrad.visuals.surface;

import java.awt.image.BufferedImage;
import org.physgrad.visuals.relief.Relief;

/** Draws heights over a grid as a lit surface, in software. Keeps its memory from picture to picture; for one thread. */
final class SurfaceRenderer {

    private DepthRaster raster = new DepthRaster(1, 1);
    private Vertices vertices = new Vertices(0, 0);

    /**
     * Draws a surface.
     *
     * @param relief the surface; where it has no value is a hole
     * @param colours a table of 256 colours for its range
     * @param projection from where it is seen
     * @param width width in pixels
     * @param height height in pixels
     * @return the picture, transparent beside the surface; valid until the next call
     */
    BufferedImage render(Relief relief, int[] colours, Projection projection, int width, int height) {
        int nx = relief.nx();
        int ny = relief.ny();
        if (!raster.hasSize(width, height)) {
            raster = new DepthRaster(width, height);
        }
        if (!vertices.hasSize(nx, ny)) {
            vertices = new Vertices(nx, ny);
        }
        vertices.place(relief, projection);
        raster.clear();
        for (int i = 0; i < nx - 1; i++) {
            for (int j = 0; j < ny - 1; j++) {
                int k = i * ny + j;
                raster.fill(vertices, k, k + 1, k + ny, colours);
                raster.fill(vertices, k + 1, k + ny + 1, k + ny, colours);
            }
        }
        return raster.image();
    }
}
