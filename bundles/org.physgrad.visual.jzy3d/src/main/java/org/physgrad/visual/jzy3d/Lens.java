package org.physgrad.visual.jzy3d;

import org.jzy3d.plot3d.rendering.view.Camera;
import org.jzy3d.plot3d.rendering.view.ViewportConfiguration;

/** Sees a box of size 1 whole, with room for numbers around it, however wide or high the picture is and however near the camera came. */
final class Lens extends Camera {

    /** Size of the box in sizes of the picture. */
    private static final double SCALE = 0.54;
    /** Height of the middle of the box, from the top: numbers need room below. */
    private static final double MIDDLE = 0.46;
    /** Far enough before and behind that nothing is cut off. */
    private static final double DEPTH = 4;

    private double zoom = 1;
    private double margin;

    /** Comes nearer, and keeps a margin of so many pixels free on the left. */
    void frame(double magnification, double left) {
        zoom = magnification;
        margin = left;
    }

    /** How many pixels a length of 1 has in a picture. */
    double scale(double width, double height) {
        return SCALE * zoom * Math.min(width - margin, height * 1.15);
    }

    @Override
    protected void projectionOrtho3D(ViewportConfiguration viewport) {
        double width = viewport.getWidth();
        double height = viewport.getHeight();
        double perPixel = 1 / scale(width, height);
        ortho.update(
                -0.5 * (width + margin) * perPixel,
                0.5 * (width - margin) * perPixel,
                (MIDDLE - 1) * height * perPixel,
                MIDDLE * height * perPixel,
                -DEPTH,
                DEPTH);
    }
}
