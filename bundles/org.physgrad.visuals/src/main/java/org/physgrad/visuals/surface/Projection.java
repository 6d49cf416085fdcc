package org.physgrad.visuals.surface;

import org.physgrad.visuals.relief.Camera;

/** The way from points in the box, coordinates about zero, to the picture that a camera takes of them, in perspective. */
final class Projection {

    private static final float DISTANCE = 2.8f;
    private static final double SCALE = 0.6;

    private final float sinAzimuth;
    private final float cosAzimuth;
    private final float sinElevation;
    private final float cosElevation;
    private final float centreX;
    private final float centreY;
    private final float scale;

    /** Fixes a camera on a picture of so many pixels. */
    Projection(Camera camera, double centreX, double centreY, double size) {
        this.sinAzimuth = (float) Math.sin(camera.azimuth());
        this.cosAzimuth = (float) Math.cos(camera.azimuth());
        this.sinElevation = (float) Math.sin(camera.elevation());
        this.cosElevation = (float) Math.cos(camera.elevation());
        this.centreX = (float) centreX;
        this.centreY = (float) centreY;
        this.scale = (float) (SCALE * size * camera.zoom());
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
        return scale * DISTANCE / (DISTANCE + depth);
    }
}
