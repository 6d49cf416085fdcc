package org.physgrad.visuals.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.XYStyler;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Range;

/** Turns the appearance of a chart into XChart's words. */
final class ChartStyle {

    /** Share of the plot that the curves may fill. */
    static final double CONTENT = 0.98;

    private static final int FONT_SIZE = 12;
    private static final int GRID_ALPHA = 40;
    private static final int LEGEND_ALPHA = 200;

    private ChartStyle() {}

    /** The font of axes and of what stands beside them. */
    static Font font(Appearance appearance) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(FONT_SIZE * appearance.fontScale()));
    }

    /** The colour of lines behind the data. */
    static Color grid(Appearance appearance) {
        return faint(appearance.foreground(), GRID_ALPHA);
    }

    /** A colour through which one sees what is behind. */
    static Color faint(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** Makes a chart without curves. */
    static XYChart empty(Chart chart, int width, int height, Legend legend) {
        XYChart picture = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(chart.title())
                .xAxisTitle(chart.x().title())
                .yAxisTitle(chart.y().title())
                .build();
        XYStyler styler = picture.getStyler();
        colours(styler, chart.appearance());
        fonts(styler, chart.appearance());
        styler.setChartTitleVisible(!chart.title().isEmpty());
        styler.setChartTitleBoxVisible(false);
        styler.setLegendPosition(legend.position());
        styler.setLegendVisible(legend != Legend.NONE && named(chart) > 1);
        styler.setXAxisLogarithmic(chart.x().scale() == Scale.LOG);
        styler.setYAxisLogarithmic(chart.y().scale() == Scale.LOG);
        styler.setPlotContentSize(CONTENT);
        styler.setXAxisTickMarkSpacingHint(60); // five digits and a gap
        chart.x().range().ifPresent(range -> setX(styler, range));
        chart.y().range().ifPresent(range -> setY(styler, range));
        return picture;
    }

    private static long named(Chart chart) {
        return chart.curves().stream().filter(curve -> !curve.name().isEmpty()).count();
    }

    private static void setX(XYStyler styler, Range range) {
        styler.setXAxisMin(range.low());
        styler.setXAxisMax(range.high());
    }

    private static void setY(XYStyler styler, Range range) {
        styler.setYAxisMin(range.low());
        styler.setYAxisMax(range.high());
    }

    private static void colours(XYStyler styler, Appearance appearance) {
        Color foreground = appearance.foreground();
        Color background = appearance.background();
        Color faint = grid(appearance);
        styler.setChartBackgroundColor(background);
        styler.setPlotBackgroundColor(background);
        styler.setPlotBorderColor(faint);
        styler.setChartFontColor(foreground);
        styler.setAxisTickLabelsColor(foreground);
        styler.setXAxisTitleColor(foreground);
        styler.setYAxisTitleColor(foreground);
        styler.setAxisTickMarksColor(foreground);
        styler.setPlotGridLinesColor(faint);
        styler.setPlotGridLinesStroke(new BasicStroke(0.6f));
        styler.setLegendBackgroundColor(faint(background, LEGEND_ALPHA));
        styler.setLegendBorderColor(faint);
    }

    private static void fonts(XYStyler styler, Appearance appearance) {
        Font font = font(appearance);
        styler.setAxisTickLabelsFont(font);
        styler.setAxisTitleFont(font);
        styler.setLegendFont(font);
        styler.setChartTitleFont(font.deriveFont(Font.BOLD, (float) (13 * appearance.fontScale())));
    }
}
