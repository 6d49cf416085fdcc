package org.physgrad.visuals.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.paint.Pictures;

/** Paints charts with XChart, in a window or without. For one thread at a time. */
public final class ChartPainter {

    /** Colours that stay apart for colour-blind people (Okabe and Ito, 2008), without the yellow that vanishes on white. */
    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x7F7F7F)
    };

    /** The same, lighter, for dark backgrounds. */
    private static final Color[] LIGHT_COLOURS = {
        new Color(0x4FB0EE),
        new Color(0xFF8A3D),
        new Color(0x3CCFA0),
        new Color(0xE6A0C8),
        new Color(0xF2BE4A),
        new Color(0x9AD6FA),
        new Color(0xB0B0B0)
    };

    private static final int BAND_ALPHA = 55;
    private static final int RAW_ALPHA = 80;

    /** Share of the span that is left free beside it: XChart puts ticks on round numbers only where the axis does not begin with the data. */
    private static final double MARGIN = 0.01;

    private final Legend legend;
    private XYChart latest;

    /** Makes a painter of charts with a legend where there are several curves. */
    public ChartPainter() {
        this(Legend.TOP_RIGHT);
    }

    /**
     * Makes a painter.
     *
     * @param legend where several curves are named
     */
    public ChartPainter(Legend legend) {
        this.legend = legend;
    }

    /**
     * Gives the colour of a curve, for legends elsewhere.
     *
     * @param index place of the curve in its chart
     * @param appearance how the chart looks
     * @return the colour
     */
    public static Color colour(int index, Appearance appearance) {
        Color[] colours = appearance.isDark() ? LIGHT_COLOURS : COLOURS;
        return colours[index % colours.length];
    }

    /**
     * Paints a chart.
     *
     * @param g where to paint, from (0, 0)
     * @param chart the chart
     * @param width width in units
     * @param height height in units
     */
    public void paint(Graphics2D g, Chart chart, int width, int height) {
        Range window = chart.x().range().orElseGet(() -> span(chart));
        XYChart picture =
                ChartStyle.empty(chart.withAxes(chart.x().withRange(window), chart.y()), width, height, legend);
        int columns = Math.max(1, (int) (width * g.getTransform().getScaleX()));
        for (int k = 0; k < chart.curves().size(); k++) {
            add(picture, chart, k, window, columns);
        }
        if (picture.getSeriesMap().isEmpty()) {
            // XChart cannot draw axes without a single point, nor a series without a name.
            double x = window.low() + (window.high() - window.low()) / 2;
            XYSeries nothing = addLine(
                    picture, "nothing", new double[] {x}, new double[] {1}, CurveStyle.line(new Color(0, true)));
            nothing.setMarker(SeriesMarkers.NONE);
            picture.getStyler().setLegendVisible(false);
        }
        Chart spanned = chart.withAxes(chart.x().withRange(window), chart.y());
        FineTicks.prepare(picture, spanned, width, height);
        picture.paint(g, width, height);
        FineTicks.paint(g, picture, spanned);
        latest = picture;
    }

    /**
     * Draws a chart as an image, in the resolution of its appearance.
     *
     * @param chart the chart
     * @param width width in units
     * @param height height in units
     * @return the image
     */
    public BufferedImage image(Chart chart, int width, int height) {
        return Pictures.draw(chart.appearance(), width, height, g -> paint(g, chart, width, height));
    }

    /**
     * Reads the chart that was painted last.
     *
     * @param x place in units
     * @param y place in units
     * @return the values at that place; empty before the first painting
     */
    public Optional<Point2D> valueAt(int x, int y) {
        return Optional.ofNullable(latest)
                .map(chart -> new Point2D.Double(chart.getChartXFromCoordinate(x), chart.getChartYFromCoordinate(y)));
    }

    private static void add(XYChart picture, Chart chart, int index, Range window, int columns) {
        Curve curve = chart.curves().get(index);
        Scale right = chart.x().scale();
        Scale up = chart.y().scale();
        CurveStyle style = curve.style().orElseGet(() -> CurveStyle.line(colour(index, chart.appearance())));
        if (curve.hasBand()) {
            Decimation low = Decimation.of(curve.x(), curve.low(), right, up, window, columns);
            Decimation high = Decimation.of(curve.x(), curve.high(), right, up, window, columns);
            if (low.x().length > 0 && high.x().length > 0) {
                addBand(picture, uniqueName(picture, "band"), low, high, ChartStyle.faint(style.colour(), BAND_ALPHA));
            }
        }
        curve.raw().ifPresent(raw -> {
            Decimation behind = Decimation.of(raw.x(), raw.y(), right, up, window, columns);
            if (behind.x().length > 0) {
                CurveStyle pale = CurveStyle.line(ChartStyle.faint(style.colour(), RAW_ALPHA));
                addLine(picture, uniqueName(picture, "raw"), behind.x(), behind.y(), pale)
                        .setShowInLegend(false);
            }
        });
        Decimation line = Decimation.of(curve.x(), curve.y(), right, up, window, columns);
        if (line.x().length > 0) {
            addLine(picture, uniqueName(picture, curve.name()), line.x(), line.y(), style)
                    .setShowInLegend(!curve.name().isEmpty());
        }
    }

    private static void addBand(XYChart picture, String name, Decimation low, Decimation high, Color colour) {
        double[] x = DoubleStream.concat(DoubleStream.of(low.x()), reversed(high.x()))
                .toArray();
        double[] y = DoubleStream.concat(DoubleStream.of(low.y()), reversed(high.y()))
                .toArray();
        XYSeries band = picture.addSeries(name, x, y);
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(colour);
        band.setLineColor(new Color(0, true));
        band.setMarker(SeriesMarkers.NONE);
        band.setShowInLegend(false);
    }

    private static DoubleStream reversed(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(k -> values[values.length - 1 - k]);
    }

    private static XYSeries addLine(XYChart picture, String name, double[] x, double[] y, CurveStyle style) {
        XYSeries line = picture.addSeries(name, x, y);
        line.setLineColor(style.colour());
        line.setMarkerColor(style.colour());
        line.setLineStyle(style.stroke());
        line.setMarker(x.length == 1 || style.hasMarkers() ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        return line;
    }

    /** XChart tells series apart by name; two runs may well have the same. */
    private static String uniqueName(XYChart picture, String name) {
        String unique = name.isEmpty() ? "unnamed" : name;
        for (int k = 2; picture.getSeriesMap().containsKey(unique); k++) {
            unique = name + " (" + k + ")";
        }
        return unique;
    }

    /** The part of the axis that shows all curves. */
    private static Range span(Chart chart) {
        Scale scale = chart.x().scale();
        DoubleSummaryStatistics shown = chart.curves().stream()
                .flatMapToDouble(ChartPainter::places)
                .filter(scale::shows)
                .summaryStatistics();
        if (shown.getCount() == 0) {
            return new Range(1, 1);
        }
        double margin = scale == Scale.LINEAR ? MARGIN * (shown.getMax() - shown.getMin()) : 0;
        return new Range(shown.getMin() - margin, shown.getMax() + margin);
    }

    private static DoubleStream places(Curve curve) {
        return DoubleStream.concat(
                DoubleStream.of(curve.x()), curve.raw().stream().flatMapToDouble(raw -> DoubleStream.of(raw.x())));
    }
}
