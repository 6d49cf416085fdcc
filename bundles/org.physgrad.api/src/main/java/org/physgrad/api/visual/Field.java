package org.physgrad.api.visual;

import java.util.Objects;

/**
 * Values of one example at the centres of a uniform grid, one or more frames in time, one component for scalars and two for vectors. Immutable: the values
 * are copied in and copied out.
 */
public final class Field implements Quantity {

    private final String name;
    private final String unit;
    private final boolean difference;
    private final FieldGrid grid;
    private final float[] values;

    private Field(String name, String unit, boolean difference, FieldGrid grid, float[] values) {
        this.name = Objects.requireNonNull(name, "name");
        this.unit = Objects.requireNonNull(unit, "unit");
        this.difference = difference;
        this.grid = Objects.requireNonNull(grid, "grid");
        this.values = values;
    }

    /**
     * Copies values into a field.
     *
     * @param name its name in the paper's words
     * @param unit unit of its values, empty for none
     * @param grid where the values are
     * @param values the values, {@code [frames, nx, ny, components]} in C order; NaN where there is none
     * @return the field
     * @throws IllegalArgumentException if the number of values does not fit the grid; the message names both
     */
    public static Field of(String name, String unit, FieldGrid grid, float[] values) {
        if (values.length != grid.size()) {
            throw new IllegalArgumentException("field " + name + " has " + values.length + " values, expected "
                    + grid.size() + " for " + grid.shape());
        }
        return new Field(name, unit, false, grid, values.clone());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return unit;
    }

    /**
     * Tells where the values are.
     *
     * @return the grid
     */
    public FieldGrid grid() {
        return grid;
    }

    /**
     * Tells whether zero is the middle of what the values mean, as in a difference of two fields. Such a field is drawn in diverging colours
     * over a range that is symmetric about zero.
     *
     * @return true for differences and gradients
     */
    public boolean isDifference() {
        return difference;
    }

    /**
     * Tells whether each cell holds a vector.
     *
     * @return true for two components, false for one
     */
    public boolean isVector() {
        return grid.components() == 2;
    }

    /**
     * Reads one value.
     *
     * @param frame index of the frame
     * @param i index along x
     * @param j index along y
     * @param component 0 for a scalar and the x component, 1 for the y component
     * @return the value, NaN where there is none
     */
    public float value(int frame, int i, int j, int component) {
        return values[grid.index(frame, i, j, component)];
    }

    /**
     * Copies one component of one frame.
     *
     * @param frame index of the frame
     * @param component 0 for a scalar and the x component, 1 for the y component
     * @return the values, {@code [nx, ny]} in C order, a fresh array
     */
    public float[] plane(int frame, int component) {
        float[] plane = new float[grid.nx() * grid.ny()];
        int offset = grid.index(frame, 0, 0, component);
        for (int cell = 0; cell < plane.length; cell++) {
            plane[cell] = values[offset + cell * grid.components()];
        }
        return plane;
    }

    /**
     * Gives what a picture in colours shows of one frame: the values of a scalar, the lengths of vectors.
     *
     * @param frame index of the frame
     * @return values or lengths, {@code [nx, ny]} in C order, a fresh array
     */
    public float[] heights(int frame) {
        float[] heights = plane(frame, 0);
        if (isVector()) {
            float[] y = plane(frame, 1);
            for (int cell = 0; cell < heights.length; cell++) {
                heights[cell] = (float) Math.hypot(heights[cell], y[cell]);
            }
        }
        return heights;
    }

    /**
     * Finds the range of {@link #heights} over all frames.
     *
     * @return from the least to the greatest finite value, about zero for scalar differences; 0 to 0 where no value is finite
     */
    public Range range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int frame = 0; frame < grid.frames(); frame++) {
            for (float height : heights(frame)) {
                if (Float.isFinite(height)) {
                    low = Math.min(low, height);
                    high = Math.max(high, height);
                }
            }
        }
        Range range = low <= high ? new Range(low, high) : new Range(0, 0);
        return difference && !isVector() ? range.symmetric() : range;
    }

    /**
     * Subtracts another field.
     *
     * @param other a field on a grid of the same shape, in the same unit
     * @return this minus the other, named {@code a - b}
     * @throws IllegalArgumentException if the shapes differ; the message names both
     */
    public Field minus(Field other) {
        if (!grid.sameShape(other.grid)) {
            throw new IllegalArgumentException(
                    name + " has shape " + grid.shape() + ", " + other.name + " has " + other.grid.shape());
        }
        float[] differences = values.clone();
        for (int k = 0; k < differences.length; k++) {
            differences[k] -= other.values[k];
        }
        return new Field(name + " - " + other.name, unit, true, grid, differences);
    }

    /**
     * Gives the field another name.
     *
     * @param newName its name in the paper's words
     * @return the same values under that name
     */
    public Field named(String newName) {
        return new Field(newName, unit, difference, grid, values);
    }

    /**
     * Marks values that lie about zero.
     *
     * @return the same values as a difference
     */
    public Field asDifference() {
        return new Field(name, unit, true, grid, values);
    }

    @Override
    public String toString() {
        return name + " " + grid.shape();
    }
}
