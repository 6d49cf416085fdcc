package org.physgrad.report.figures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Range;
import org.physgrad.report.runs.Comparison;
import org.physgrad.report.runs.Cost;
import org.physgrad.report.runs.RunGroup;
import org.physgrad.sweeps.Band;
import org.physgrad.sweeps.Numbers;
import org.physgrad.visuals.chart.BarChart;
import org.physgrad.visuals.chart.BarPainter;
import org.physgrad.visuals.chart.ChartPainter;

/** The time that an iteration of each group takes, as bars. */
public final class TimeFigure {

    private static final int WIDTH = 760;
    private static final int MARGIN = 70;
    private static final int BAR = 28;
    private static final double PIXEL_SCALE = 1.5;

    private TimeFigure() {}

    /**
     * Draws the bars.
     *
     * @param comparison the groups
     * @return the picture
     */
    public static Picture of(Comparison comparison) {
        return new Picture(
                "time",
                "Time per iteration",
                image(comparison.groups(), Appearance.LIGHT),
                image(comparison.groups(), Appearance.DARK));
    }

    private static BufferedImage image(List<RunGroup> groups, Appearance theme) {
        Appearance appearance = theme.withPixelScale(PIXEL_SCALE);
        List<BarChart.Bar> bars = new ArrayList<>();
        for (RunGroup group : groups) {
            Band wall = Cost.of(group).wall();
            bars.add(new BarChart.Bar(
                    group.name(),
                    ChartPainter.colour(bars.size(), appearance),
                    wall.median(),
                    new Range(wall.min(), wall.max()),
                    Numbers.text(wall.median()) + " s"));
        }
        BarChart chart = new BarChart("", "wall time of one iteration [s]", bars, appearance);
        return new BarPainter().image(chart, WIDTH, MARGIN + BAR * bars.size());
    }
}
