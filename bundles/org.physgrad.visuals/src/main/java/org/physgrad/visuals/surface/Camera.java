package org.physgrad.visuals.surface;

/**
 * From where a surface is seen: a perspective camera that circles about the middle of the box that the surface lies in.
 *
 * @param azimuth angle about the upright axis [rad]
 * @param elevation angle above the ground [rad]
 * @param zoom magnification
 */
record Camera(double azimuth, double elevation, double zoom) {

    private static final double DISTANCE = 2.8;
    private static final double SCALE = 0.6;

    /** Turns with a mouse that was dragged by so many units. */
    Camera turned(double dx, double dy) {
        double limit = Math.PI / 2;
        return new Camera(azimuth - 0.01 * dx, Math.max(-limit, Math.min(limit, elevation + 0.01 * dy)), zoom);
    }

    /** Comes nearer, or goes back with a factor below 1. */
    Camera zoomed(double factor) {
        return new Camera(azimuth, elevation, Math.max(0.3, Math.min(8, zoom * factor)));
    }

    /** Fixes the camera on a picture of so many pixels. */
    Projection on(double centreX, double centreY, double size) {
        return new Projection(this, centreX, centreY, SCALE * size * zoom);
    }

    /** The way from points in the box, coordinates about zero, to the picture. */
    static final class Projection {

        private final float sinAzimuth;
        private final float cosAzimuth;
        private final float sinElevation;
        private final float cosElevation;
        private final float centreX;
        private final float centreY;
        private final float scale;

        private Projection(Camera camera, double centreX, double centreY, double scale) {
            this.sinAzimuth = (float) Math.sin(camera.azimuth);
            this.cosAzimuth = (float) Math.cos(camera.azimuth);
            this.sinElevation = (float) Math.sin(camera.elevation);
            this.cosElevation = (float) Math.cos(camera.elevation);
            this.centreX = (float) centreX;
            this.centreY = (float) centreY;
            this.scale = (float) scale;
        }

        /** Distance behind the middle of the box, negative before it. */
        float depth(float x, float y, float z) {
            return (x * sinAzimuth + y * cosAzimuth) * cosElevation - z * sinElevation;
        }

        /** Place across the picture of a point with a depth. */
        float across(float x, float y, float depth) {
            return centreX + (x * cosAzimuth - y * sinAzimuth) * perspective(depth);
        }

        /** Place down the picture of a point with a depth. */
        float down(float x, float y, float z, float depth) {
            float up = (x * sinAzimuth + y * cosAzimuth) * sinElevation + z * cosElevation;
            return centreY - up * perspective(depth);
        }

        private float perspective(float depth) {
            return scale * (float) DISTANCE / ((float) DISTANCE + depth);
        }
    }
}
