package org.physgrad.visuals.chart;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;
import org.physgrad.api.visual.Range;

/** Numbers between the powers of ten of a logarithmic axis: XChart numbers the powers alone, of which a short axis may show one, or none. */
final class FineTicks {

    /** An axis with that many powers of ten needs no numbers between them. */
    private static final int ENOUGH = 3;

    /** The multiples of powers that get a number where there is room, the more telling ones first. */
    private static final double[] MULTIPLES = {1, 2, 5, 3, 7, 4, 6, 8, 9};

    /** Logarithm of the ratio of 10 to 9, which stand closest. */
    private static final double CLOSEST = Math.log10(10 / 9.0);

    /** Pixels between a number and its axis, and between two numbers. */
    private static final int GAP = 8;

    /** The share of the plot that XChart leaves free on each side of the content. */
    private static final double BORDER = (1 - ChartStyle.CONTENT) / 2 / ChartStyle.CONTENT;

    private final Graphics2D g;
    private final FontMetrics metrics;
    private final XYChart picture;
    private final Range x;
    private final Range y;

    private FineTicks(Graphics2D g, XYChart picture, Chart chart) {
        this.g = g;
        this.metrics = g.getFontMetrics();
        this.picture = picture;
        this.x = chart.x().range().orElseThrow();
        this.y = chart.y().range().orElseGet(() -> height(picture));
    }

    /**
     * Adds the numbers to a chart that has been painted.
     *
     * @param g where it was painted
     * @param picture the chart as it was painted
     * @param chart the same chart; the range of its x axis is known
     */
    static void paint(Graphics2D g, XYChart picture, Chart chart) {
        g.setFont(picture.getStyler().getAxisTickLabelsFont());
        g.setColor(chart.appearance().foreground());
        FineTicks ticks = new FineTicks(g, picture, chart);
        if (chart.y().scale() == Scale.LOG && picture.getStyler().isYAxisLogarithmicDecadeOnly()) {
            ticks.upwards();
        }
        if (chart.x().scale() == Scale.LOG && picture.getStyler().isXAxisLogarithmicDecadeOnly()) {
            ticks.across();
        }
    }

    private void upwards() {
        double left = origin().getX();
        List<Double> taken = new ArrayList<>();
        for (double value : values(y)) {
            String text = text(value);
            double at = picture.getScreenYFromChart(value);
            if (isFree(at, metrics.getHeight(), taken) && !isPower(value)) {
                g.drawString(text, (float) (left - GAP - metrics.stringWidth(text)), (float)
                        (at + metrics.getAscent() / 2.0 - 1));
            }
        }
    }

    private void across() {
        double bottom = origin().getY();
        List<Double> taken = new ArrayList<>();
        for (double value : values(x)) {
            String text = text(value);
            double at = picture.getScreenXFromChart(value);
            if (isFree(at, metrics.stringWidth(text) + GAP, taken) && !isPower(value)) {
                g.drawString(text, (float) (at - metrics.stringWidth(text) / 2.0), (float)
                        (bottom + GAP + metrics.getAscent() + 1));
            }
        }
    }

    /** The lower left corner of the plot, in pixels. */
    private Point2D origin() {
        double left = picture.getScreenXFromChart(x.low());
        double bottom = picture.getScreenYFromChart(y.low());
        return new Point2D.Double(
                left - BORDER * (picture.getScreenXFromChart(x.high()) - left),
                bottom + BORDER * (bottom - picture.getScreenYFromChart(y.high())));
    }

    /** The numbers of an axis, the powers of ten first, as those stand there already; none where there are enough powers, or no one. */
    static List<Double> values(Range range) {
        if (!(range.low() > 0 && range.high() > range.low())) {
            return List.of();
        }
        int first = (int) Math.floor(Math.log10(range.low()));
        int last = (int) Math.floor(Math.log10(range.high()));
        List<Double> values = DoubleStream.of(MULTIPLES)
                .boxed()
                .flatMap(multiple -> IntStream.rangeClosed(first, last)
                        .mapToObj(power -> BigDecimal.valueOf(multiple)
                                .scaleByPowerOfTen(power)
                                .doubleValue()))
                .filter(value -> value >= range.low() && value <= range.high())
                .toList();
        long powers = values.stream().filter(FineTicks::isPower).count();
        return powers > 0 && powers < ENOUGH ? values : List.of();
    }

    /**
     * Has XChart number everything on an axis that has room for it, or holds no power of ten.
     *
     * @param width width of the chart in pixels
     * @param height its height
     */
    static void prepare(XYChart picture, Chart chart, int width, int height) {
        Range x = chart.x().range().orElseThrow();
        Range y = chart.y().range().orElseGet(() -> height(picture));
        XYStyler styler = picture.getStyler();
        int line = styler.getAxisTickLabelsFont().getSize();
        styler.setXAxisLogarithmicDecadeOnly(!isShort(x, (double) width / (4 * line)));
        styler.setYAxisLogarithmicDecadeOnly(!isShort(y, (double) height / line));
        int decimals = decimals(values(y));
        if (chart.y().scale() == Scale.LOG && styler.isYAxisLogarithmicDecadeOnly() && decimals > 0) {
            // So that XChart leaves room for as many digits.
            styler.setYAxisDecimalPattern("0." + "0".repeat(decimals));
        }
    }

    /** Digits behind the point that tell the least of the numbers; none where it is written with an exponent. */
    static int decimals(List<Double> values) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        return least < 1e-3 ? 0 : Math.max(0, (int) -Math.floor(Math.log10(least) + 1e-9));
    }

    /**
     * Tells whether an axis needs nothing but XChart's own numbers.
     *
     * @param room how many numbers there is room for
     */
    static boolean isShort(Range range, double room) {
        if (!(range.low() > 0 && range.high() > range.low())) {
            return false;
        }
        double span = Math.log10(range.high() / range.low());
        boolean holdsPower = Math.floor(Math.log10(range.high())) >= Math.ceil(Math.log10(range.low()));
        return !holdsPower || CLOSEST / span * room >= 1;
    }

    private static boolean isFree(double at, double room, List<Double> taken) {
        if (taken.stream().anyMatch(other -> Math.abs(other - at) < room)) {
            return false;
        }
        taken.add(at);
        return true;
    }

    private static boolean isPower(double value) {
        double logarithm = Math.log10(value);
        return Math.abs(logarithm - Math.rint(logarithm)) < 1e-9;
    }

    static String text(double value) {
        return value >= 1e-3 && value < 1e5
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.0e", value);
    }

    private static Range height(XYChart picture) {
        DoubleSummaryStatistics values = new DoubleSummaryStatistics();
        picture.getSeriesMap().values().stream()
                .flatMapToDouble(series -> DoubleStream.of(series.getYData()))
                .forEach(values);
        return new Range(values.getMin(), values.getMax());
    }
}
