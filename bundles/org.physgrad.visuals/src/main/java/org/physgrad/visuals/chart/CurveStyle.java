package org.physgrad.visuals.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Objects;

/**
 * How a curve is drawn.
 *
 * @param colour colour of its line, its markers and, paler, its band
 * @param width width of its line in units
 * @param pattern what its line is made of
 */
public record CurveStyle(Color colour, double width, Pattern pattern) {

    /** What a line is made of. */
    public enum Pattern {
        /** A line through all points. */
        SOLID,
        /** A broken line. */
        DASHED,
        /** A circle at each point, and no line. */
        CIRCLES
    }

    /** Checks the width. */
    public CurveStyle {
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(pattern, "pattern");
        if (!(width > 0)) {
            throw new IllegalArgumentException("a line of width " + width + ", expected more than 0");
        }
    }

    /**
     * Makes the usual line.
     *
     * @param colour its colour
     * @return a solid line
     */
    public static CurveStyle line(Color colour) {
        return new CurveStyle(colour, 1.6, Pattern.SOLID);
    }

    /**
     * Changes the pattern.
     *
     * @param other the pattern
     * @return the same colour and width in that pattern
     */
    public CurveStyle with(Pattern other) {
        return new CurveStyle(colour, width, other);
    }

    /**
     * Changes the width.
     *
     * @param other width of the line in units
     * @return the same colour and pattern in that width
     */
    public CurveStyle withWidth(double other) {
        return new CurveStyle(colour, other, pattern);
    }

    boolean hasMarkers() {
        return pattern == Pattern.CIRCLES;
    }

    BasicStroke stroke() {
        return switch (pattern) {
            case SOLID -> new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case DASHED ->
                new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);
            case CIRCLES -> new BasicStroke(0);
        };
    }
}
