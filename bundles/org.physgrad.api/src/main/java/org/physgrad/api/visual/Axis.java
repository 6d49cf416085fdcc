package org.physgrad.api.visual;

/**
 * A uniform axis.
 *
 * @param label its name for people, such as {@code x}
 * @param unit its unit, empty for cells, steps and numbers without one
 * @param start coordinate of the first sample
 * @param step distance of two samples, positive
 */
public record Axis(String label, String unit, double start, double step) {

    /** Checks the axis. */
    public Axis {
        if (!(step > 0 && Double.isFinite(step) && Double.isFinite(start))) {
            throw new IllegalArgumentException(
                    "axis " + label + " starts at " + start + " with step " + step + ", expected a step above 0");
        }
    }

    /**
     * Counts samples from 0.
     *
     * @param label its name for people
     * @return the axis whose coordinates are the indices
     */
    public static Axis index(String label) {
        return new Axis(label, "", 0, 1);
    }

    /**
     * Gives the coordinate of a sample.
     *
     * @param index index of the sample
     * @return its coordinate
     */
    public double at(double index) {
        return start + index * step;
    }

    /**
     * Words the axis for people.
     *
     * @return label and, in brackets, unit
     */
    public String title() {
        return unit.isEmpty() ? label : label + " [" + unit + "]";
    }
}
