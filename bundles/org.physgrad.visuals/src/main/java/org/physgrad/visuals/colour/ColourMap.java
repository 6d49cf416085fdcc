package org.physgrad.visuals.colour;

import org.physgrad.api.visual.Range;

/** Colours for numbers: each map is a table of 256 colours from the low to the high end of a range. */
public enum ColourMap {
    /** From dark blue through green to yellow, equally bright steps; for values (van der Walt and Smith, CC0). */
    viridis(ColourTable.read("viridis")),
    /** From black through red to light yellow, equally bright steps; for values (van der Walt and Smith, CC0). */
    magma(ColourTable.read("magma")),
    /** From blue through light grey to red; for values about zero (Moreland, "Diverging color maps", 2009). */
    coolwarm(DivergingColours.between(new double[] {59, 76, 192}, new double[] {180, 4, 38}, 256));

    /** Number of colours in a table. */
    public static final int SIZE = 256;

    /** Colour of cells without a value. */
    public static final int MISSING = 0xFF808080;

    @SuppressWarnings("ImmutableEnumChecker") // Never changed, and only copies are handed out.
    private final int[] table;

    ColourMap(int[] table) {
        this.table = table;
    }

    /**
     * Gives all colours.
     *
     * @return {@link #SIZE} opaque colours, {@code 0xFFRRGGBB}, a fresh array
     */
    public int[] table() {
        return table.clone();
    }

    /**
     * Gives the colour of a value.
     *
     * @param value the value
     * @param range the range that the map spans; values beyond it take the colour of its end
     * @return the opaque colour, {@code 0xFFRRGGBB}; {@link #MISSING} for NaN
     */
    public int colour(double value, Range range) {
        double fraction = range.fraction(value);
        if (Double.isNaN(fraction)) {
            return MISSING;
        }
        return table[(int) Math.round(Math.max(0, Math.min(1, fraction)) * (SIZE - 1))];
    }
}
