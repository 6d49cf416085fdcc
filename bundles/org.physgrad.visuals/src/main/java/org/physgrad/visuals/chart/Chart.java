package org.physgrad.visuals.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Range;

/**
 * A chart of curves and how it looks. Immutable.
 *
 * @param title what it shows, empty for none
 * @param x the axis to the right
 * @param y the axis upwards
 * @param curves the curves, the first of which is painted first
 * @param appearance colours and sizes
 */
public record Chart(String title, ChartAxis x, ChartAxis y, List<Curve> curves, Appearance appearance) {

    /** Copies the list. */
    public Chart {
        Objects.requireNonNull(title, "title");
        curves = List.copyOf(curves);
    }

    /**
     * An axis of a chart.
     *
     * @param title what is along it, with its unit
     * @param scale how it spaces values
     * @param range what it spans; empty for all that the curves show
     */
    public record ChartAxis(String title, Scale scale, Optional<Range> range) {

        /**
         * Makes an axis that spans everything.
         *
         * @param title what is along it, with its unit
         * @param scale how it spaces values
         * @return the axis
         */
        public static ChartAxis of(String title, Scale scale) {
            return new ChartAxis(title, scale, Optional.empty());
        }

        /**
         * Zooms.
         *
         * @param values what to span
         * @return the changed axis
         */
        public ChartAxis withRange(Range values) {
            return new ChartAxis(title, scale, Optional.of(values));
        }
    }

    /**
     * Shows other curves the same way.
     *
     * @param others the curves
     * @return the changed chart
     */
    public Chart withCurves(List<Curve> others) {
        return new Chart(title, x, y, others, appearance);
    }

    /**
     * Changes colours and sizes.
     *
     * @param other the appearance
     * @return the changed chart
     */
    public Chart withAppearance(Appearance other) {
        return new Chart(title, x, y, curves, other);
    }

    /**
     * Changes the axes.
     *
     * @param right the axis to the right
     * @param up the axis upwards
     * @return the changed chart
     */
    public Chart withAxes(ChartAxis right, ChartAxis up) {
        return new Chart(title, right, up, curves, appearance);
    }
}
