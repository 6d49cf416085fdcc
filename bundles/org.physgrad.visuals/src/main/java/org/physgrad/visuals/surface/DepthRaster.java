package org.physgrad.visuals.surface;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** Pixels with a depth each: triangles may be filled in any order, the nearest stays. What is not covered is transparent. */
final class DepthRaster {

    /** A little outside counts as inside, so that rounding leaves no holes between neighbours. */
    private static final float EDGE = -1e-4f;

    /** Keeps places that are a little outside the picture positive, where a cast rounds down. */
    private static final int OFFSET = 1 << 13;

    private final int width;
    private final int height;
    private final BufferedImage image;
    private final int[] pixels;
    private final float[] depths;

    DepthRaster(int width, int height) {
        this.width = width;
        this.height = height;
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.depths = new float[width * height];
    }

    boolean hasSize(int otherWidth, int otherHeight) {
        return width == otherWidth && height == otherHeight;
    }

    BufferedImage image() {
        return image;
    }

    void clear() {
        Arrays.fill(pixels, 0);
        Arrays.fill(depths, Float.POSITIVE_INFINITY);
    }

    /** Fills the triangle of three vertices, colours and light blended between them. */
    void fill(Vertices vertices, int a, int b, int c, int[] colours) {
        float ax = vertices.across[a];
        float ay = vertices.down[a];
        float bx = vertices.across[b] - ax;
        float by = vertices.down[b] - ay;
        float cx = vertices.across[c] - ax;
        float cy = vertices.down[c] - ay;
        float area = bx * cy - cx * by;
        if (!(Math.abs(area) > 1e-12f)) {
            return; // Seen from its edge, or with a corner that has no value.
        }
        int left = Math.max(0, pixel(ax + least(bx, cx)));
        int right = Math.min(width, pixel(ax - least(-bx, -cx)));
        int top = Math.max(0, pixel(ay + least(by, cy)));
        int bottom = Math.min(height, pixel(ay - least(-by, -cy)));
        // Everything is linear in the pixel: the weights of b and c (that of a is what is left of one), and what they
        // blend.
        float perArea = 1 / area;
        float bPerX = cy * perArea;
        float cPerX = -by * perArea;
        float depthA = vertices.depth[a];
        float depthB = vertices.depth[b] - depthA;
        float depthC = vertices.depth[c] - depthA;
        float colourA = vertices.colour[a];
        float colourB = vertices.colour[b] - colourA;
        float colourC = vertices.colour[c] - colourA;
        float lightA = vertices.light[a];
        float lightB = vertices.light[b] - lightA;
        float lightC = vertices.light[c] - lightA;
        float dx = left + 0.5f - ax;
        for (int y = top; y < bottom; y++) {
            float dy = y + 0.5f - ay;
            float wb = (dx * cy - dy * cx) * perArea;
            float wc = (dy * bx - dx * by) * perArea;
            int row = y * width;
            for (int x = left; x < right; x++) {
                if (wb >= EDGE && wc >= EDGE && wb + wc <= 1 - EDGE) {
                    float depth = depthA + wb * depthB + wc * depthC;
                    if (depth < depths[row + x]) {
                        depths[row + x] = depth;
                        int colour = colours[(int) (colourA + wb * colourB + wc * colourC)];
                        pixels[row + x] = lit(colour, lightA + wb * lightB + wc * lightC);
                    }
                }
                wb += bPerX;
                wc += cPerX;
            }
        }
    }

    /** The first pixel whose middle is not left of a place. Math.ceil and Math.min cost as much as the rest of a small triangle. */
    private static int pixel(float place) {
        return (int) (place + 0.5f + OFFSET) - OFFSET;
    }

    private static float least(float b, float c) {
        float least = b < c ? b : c;
        return least < 0 ? least : 0;
    }

    private static int lit(int colour, float light) {
        int factor = (int) (light * 256);
        int red = (((colour >> 16) & 0xFF) * factor) >> 8;
        int green = (((colour >> 8) & 0xFF) * factor) >> 8;
        int blue = ((colour & 0xFF) * factor) >> 8;
        return 0xFF000000 | (red << 16) | (green << 8) | blue;
    }
}
