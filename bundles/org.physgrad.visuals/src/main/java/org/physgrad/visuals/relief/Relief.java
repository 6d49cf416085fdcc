package org.physgrad.visuals.relief;

import java.util.Optional;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Range;

/**
 * One frame of a field as a relief in its {@link Box}: its corners are the cell centres.
 */
public final class Relief {

    private static final float AMBIENT = 0.55f;

    private final FieldGrid grid;
    private final Range range;
    private final Box box;
    private final int nx;
    private final int ny;
    private final float[] heights;
    private final float low;
    private final float perValue;
    private final float lift;

    /**
     * Makes the relief.
     *
     * @param field the field, on a grid of at least 2 x 2 cells; vectors as their lengths
     * @param frame index of its frame
     * @param range values from the bottom to the top of the box; what is beyond lies on its bottom or top
     */
    public Relief(Field field, int frame, Range range) {
        this.grid = field.grid();
        this.range = range;
        this.box = Box.of(field.grid());
        this.nx = field.grid().nx();
        this.ny = field.grid().ny();
        this.heights = field.heights(frame);
        this.low = (float) range.low();
        this.perValue = range.high() > range.low() ? (float) (1 / (range.high() - range.low())) : 0;
        this.lift = perValue == 0 ? 0.5f : 0;
    }

    /**
     * Tells whether a quantity can be drawn as a relief.
     *
     * @param quantity the quantity
     * @param visual name of the visual that was asked to
     * @return the reason why it cannot, empty if it can
     */
    public static Optional<String> refuses(Quantity quantity, String visual) {
        if (!(quantity instanceof Field field)) {
            return Optional.of(visual + " draws fields on a grid, " + quantity.name() + " is a set of points");
        }
        return field.grid().nx() > 1 && field.grid().ny() > 1
                ? Optional.empty()
                : Optional.of("a surface needs at least 2 x 2 cells, " + field + " has fewer");
    }

    /**
     * Tells where the values are.
     *
     * @return the grid of the field
     */
    public FieldGrid grid() {
        return grid;
    }

    /**
     * Tells what the heights mean.
     *
     * @return values from the bottom to the top of the box
     */
    public Range range() {
        return range;
    }

    /**
     * Tells where it lies.
     *
     * @return its box
     */
    public Box box() {
        return box;
    }

    /**
     * Counts corners along x.
     *
     * @return their number
     */
    public int nx() {
        return nx;
    }

    /**
     * Counts corners along y.
     *
     * @return their number
     */
    public int ny() {
        return ny;
    }

    /**
     * Places corners along x.
     *
     * @param i index along x
     * @return place in the box
     */
    public float x(int i) {
        return box.width() * (i / (nx - 1f) - 0.5f);
    }

    /**
     * Places corners along y.
     *
     * @param j index along y
     * @return place in the box
     */
    public float y(int j) {
        return box.depth() * (j / (ny - 1f) - 0.5f);
    }

    /**
     * Places heights.
     *
     * @param fraction a fraction of the range
     * @return place in the box
     */
    public float z(float fraction) {
        return box.height() * (fraction - 0.5f);
    }

    /**
     * Tells how high a corner is.
     *
     * @param i index along x
     * @param j index along y
     * @return the fraction of the range, 0 to 1; NaN where there is no value
     */
    public float fraction(int i, int j) {
        return Math.max(0, Math.min(1, (heights[i * ny + j] - low) * perValue + lift));
    }

    /**
     * Lights a corner from the upper left, by its slope in central differences.
     *
     * @param i index along x
     * @param j index along y
     * @return brightness above 0, at most 1
     */
    public float light(int i, int j) {
        int k = i * ny + j;
        float steepness = perValue * box.height();
        float slopeX = (heights[i < nx - 1 ? k + ny : k] - heights[i > 0 ? k - ny : k]) * steepness * (nx - 1) / 2;
        float slopeY = (heights[j < ny - 1 ? k + 1 : k] - heights[j > 0 ? k - 1 : k]) * steepness * (ny - 1) / 2;
        float upright = 1 / (float) Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        float direct = (0.4f * slopeX - 0.3f * slopeY + 0.86f) * upright;
        return Float.isNaN(direct) ? AMBIENT : AMBIENT + (1 - AMBIENT) * Math.max(0, Math.min(1, direct));
    }
}
