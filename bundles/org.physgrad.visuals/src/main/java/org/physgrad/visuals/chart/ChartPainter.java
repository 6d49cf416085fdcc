package org.physgrad.visuals.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.physgrad.api.visual.Range;

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

    private static final int BAND_ALPHA = 55;

    private XYChart latest;

    /**
     * Gives the colour of a curve, for legends elsewhere.
     *
     * @param index place of the curve in its chart
     * @return the colour
     */
    public static Color colour(int index) {
        return COLOURS[index % COLOURS.length];
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
        XYChart picture = ChartStyle.empty(chart, width, height);
        Range window = chart.x()
                .range()
                .orElseGet(() -> span(chart, Curve::x, chart.x().scale()));
        int columns = Math.max(1, (int) (width * g.getTransform().getScaleX()));
        for (int k = 0; k < chart.curves().size(); k++) {
            add(picture, chart, k, window, columns);
        }
        if (picture.getSeriesMap().isEmpty()) {
            // XChart cannot draw axes without a single point, nor a series without a name.
            double x = window.low() + (window.high() - window.low()) / 2;
            XYSeries nothing = addLine(picture, "nothing", new double[] {x}, new double[] {1}, 0);
            nothing.setMarker(SeriesMarkers.NONE);
            picture.getStyler().setLegendVisible(false);
        }
        picture.paint(g, width, height);
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
        double scale = chart.appearance().pixelScale();
        BufferedImage image = new BufferedImage(
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(scale, scale);
            paint(g, chart, width, height);
        } finally {
            g.dispose();
        }
        return image;
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
        if (curve.hasBand()) {
            Decimation low = Decimation.of(curve.x(), curve.low(), right, up, window, columns);
            Decimation high = Decimation.of(curve.x(), curve.high(), right, up, window, columns);
            if (low.x().length > 0 && high.x().length > 0) {
                addBand(picture, index, low, high);
            }
        }
        Decimation line = Decimation.of(curve.x(), curve.y(), right, up, window, columns);
        if (line.x().length > 0) {
            addLine(picture, uniqueName(picture, curve.name()), line.x(), line.y(), index);
        }
    }

    private static void addBand(XYChart picture, int index, Decimation low, Decimation high) {
        double[] x = DoubleStream.concat(DoubleStream.of(low.x()), reversed(high.x()))
                .toArray();
        double[] y = DoubleStream.concat(DoubleStream.of(low.y()), reversed(high.y()))
                .toArray();
        Color colour = colour(index);
        Color light = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA);
        XYSeries band = picture.addSeries("band " + index, x, y);
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(light);
        band.setLineColor(new Color(0, true));
        band.setMarker(SeriesMarkers.NONE);
        band.setShowInLegend(false);
    }

    private static DoubleStream reversed(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(k -> values[values.length - 1 - k]);
    }

    private static XYSeries addLine(XYChart picture, String name, double[] x, double[] y, int index) {
        XYSeries line = picture.addSeries(name, x, y);
        line.setLineColor(colour(index));
        line.setMarkerColor(colour(index));
        line.setLineStyle(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        line.setMarker(x.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        return line;
    }

    /** XChart tells series apart by name; two runs may well have the same. */
    private static String uniqueName(XYChart picture, String name) {
        String unique = name;
        for (int k = 2; picture.getSeriesMap().containsKey(unique); k++) {
            unique = name + " (" + k + ")";
        }
        return unique;
    }

    private static Range span(Chart chart, Function<Curve, double[]> values, Scale scale) {
        DoubleSummaryStatistics shown = chart.curves().stream()
                .flatMapToDouble(curve -> DoubleStream.of(values.apply(curve)))
                .filter(scale::shows)
                .summaryStatistics();
        return shown.getCount() == 0 ? new Range(1, 1) : new Range(shown.getMin(), shown.getMax());
    }
}
