package org.physgrad.visuals.relief;

/**
 * From where a relief is seen: a camera that circles about the middle of its box.
 *
 * @param azimuth angle about the upright axis [rad]
 * @param elevation angle above the ground [rad], at most a right angle up or down
 * @param zoom magnification
 */
public record Camera(double azimuth, double elevation, double zoom) {

    private static final double UPRIGHT = Math.PI / 2;

    /**
     * Sets a camera up for a relief that fits the picture.
     *
     * @param azimuth angle about the upright axis, in degrees, -180 to 180
     * @param elevation angle above the ground, in degrees, -90 to 90
     * @return the camera
     * @throws IllegalArgumentException for angles beyond these; the message names both
     */
    public static Camera ofDegrees(double azimuth, double elevation) {
        if (!(Math.abs(azimuth) <= 180 && Math.abs(elevation) <= 90)) {
            throw new IllegalArgumentException("azimuth " + azimuth + " and elevation " + elevation
                    + ", expected -180 to 180 and -90 to 90 degrees");
        }
        return new Camera(Math.toRadians(azimuth), Math.toRadians(elevation), 1);
    }

    /**
     * Turns with a mouse that was dragged.
     *
     * @param dx how far to the right, in units
     * @param dy how far down, in units
     * @return the turned camera
     */
    public Camera turned(double dx, double dy) {
        return new Camera(azimuth - 0.01 * dx, Math.max(-UPRIGHT, Math.min(UPRIGHT, elevation + 0.01 * dy)), zoom);
    }

    /**
     * Comes nearer, or goes back.
     *
     * @param factor how much larger the picture becomes, below 1 for smaller
     * @return the moved camera
     */
    public Camera zoomed(double factor) {
        return new Camera(azimuth, elevation, Math.max(0.3, Math.min(8, zoom * factor)));
    }
}
