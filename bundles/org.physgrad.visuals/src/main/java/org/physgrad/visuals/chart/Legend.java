package org.physgrad.visuals.chart;

import org.knowm.xchart.style.Styler.LegendPosition;

/** Where a chart of several curves names them. */
public enum Legend {
    /** Nowhere; a list elsewhere with {@link ChartPainter#colour} may do that instead. */
    NONE(LegendPosition.InsideNE),
    /** In the upper right corner of the plot. */
    TOP_RIGHT(LegendPosition.InsideNE),
    /** In the upper left corner of the plot. */
    TOP_LEFT(LegendPosition.InsideNW),
    /** On the right of the plot, where it hides nothing. */
    BESIDE(LegendPosition.OutsideE);

    private final LegendPosition position;

    Legend(LegendPosition position) {
        this.position = position;
    }

    LegendPosition position() {
        return position;
    }
}
