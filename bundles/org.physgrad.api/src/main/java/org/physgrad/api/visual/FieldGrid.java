package org.physgrad.api.visual;

import java.util.Objects;

/**
 * The uniform grid of a field, of shape {@code [frames, nx, ny, components]}.
 *
 * @param frames number of frames in time, 1 for a still field
 * @param nx number of cells along x
 * @param ny number of cells along y
 * @param components 1 for scalars, 2 for vectors
 * @param x coordinates of the cell centres along x
 * @param y coordinates of the cell centres along y
 * @param time times of the frames
 */
public record FieldGrid(int frames, int nx, int ny, int components, Axis x, Axis y, Axis time) {

    /** Checks the shape. */
    public FieldGrid {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(time, "time");
        if (frames < 1 || nx < 1 || ny < 1 || !(components == 1 || components == 2)) {
            throw new IllegalArgumentException("a field of shape " + text(frames, nx, ny, components)
                    + ", expected [frames, nx, ny, components] with 1 or 2 components");
        }
        Math.multiplyExact(Math.multiplyExact(frames, nx), Math.multiplyExact(ny, components));
    }

    /**
     * Describes a still field whose coordinates are the indices of its cells.
     *
     * @param nx number of cells along x
     * @param ny number of cells along y
     * @param components 1 for scalars, 2 for vectors
     * @return the grid
     */
    public static FieldGrid still(int nx, int ny, int components) {
        return new FieldGrid(1, nx, ny, components, Axis.index("x"), Axis.index("y"), Axis.index("t"));
    }

    /**
     * Puts frames on the grid.
     *
     * @param count number of frames
     * @param times their times
     * @return the same cells with that many frames
     */
    public FieldGrid withFrames(int count, Axis times) {
        return new FieldGrid(count, nx, ny, components, x, y, times);
    }

    /**
     * Counts the values of a field.
     *
     * @return {@code frames * nx * ny * components}
     */
    public int size() {
        return frames * nx * ny * components;
    }

    /**
     * Words the shape for people.
     *
     * @return {@code [frames, nx, ny, components]} in numbers
     */
    public String shape() {
        return text(frames, nx, ny, components);
    }

    /**
     * Compares shapes.
     *
     * @param other another grid
     * @return true if both have as many frames, cells and components
     */
    public boolean sameShape(FieldGrid other) {
        return shape().equals(other.shape());
    }

    int index(int frame, int i, int j, int component) {
        Objects.checkIndex(frame, frames);
        Objects.checkIndex(i, nx);
        Objects.checkIndex(j, ny);
        Objects.checkIndex(component, components);
        return ((frame * nx + i) * ny + j) * components + component;
    }

    private static String text(int frames, int nx, int ny, int components) {
        return "[" + frames + ", " + nx + ", " + ny + ", " + components + "]";
    }
}
