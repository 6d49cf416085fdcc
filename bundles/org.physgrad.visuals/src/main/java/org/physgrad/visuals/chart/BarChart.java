package org.physgrad.visuals.chart;

import java.awt.Color;
import java.util.List;
import java.util.Objects;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Range;

/**
 * A chart of horizontal bars from zero, one below the other. Immutable.
 *
 * @param title what it shows, empty for none
 * @param axis what the lengths are, with their unit
 * @param bars the bars from top to bottom
 * @param appearance colours and sizes
 */
public record BarChart(String title, String axis, List<Bar> bars, Appearance appearance) {

    /** Copies the list. */
    public BarChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(axis, "axis");
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param label what it stands for
     * @param colour its colour
     * @param value its length, zero or more
     * @param spread where half or all of the measured values lie, drawn as a whisker
     * @param text the value for people
     */
    public record Bar(String label, Color colour, double value, Range spread, String text) {

        /** Checks the length. */
        public Bar {
            if (!(value >= 0 && Double.isFinite(value) && spread.low() >= 0)) {
                throw new IllegalArgumentException(
                        "bar '" + label + "' is " + value + " long, expected a finite number from zero");
            }
        }
    }
}
