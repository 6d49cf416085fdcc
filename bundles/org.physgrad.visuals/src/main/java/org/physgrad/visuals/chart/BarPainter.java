package org.physgrad.visuals.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.ToIntFunction;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.chart.BarChart.Bar;
import org.physgrad.visuals.paint.Painter;
import org.physgrad.visuals.paint.Pictures;
import org.physgrad.visuals.paint.Ticks;

/** Paints charts of bars. */
public final class BarPainter {

    private static final int GAP = 8;

    /** Share of its row that a bar fills. */
    private static final double THICKNESS = 0.6;

    /**
     * Draws a chart as an image, in the resolution of its appearance.
     *
     * @param chart the chart
     * @param width width in units
     * @param height height in units
     * @return the image
     */
    public BufferedImage image(BarChart chart, int width, int height) {
        return Pictures.draw(chart.appearance(), width, height, g -> paint(g, chart, width, height));
    }

    /**
     * Paints a chart.
     *
     * @param g where to paint, from (0, 0)
     * @param chart the chart
     * @param width width in units
     * @param height height in units
     */
    public void paint(Graphics2D g, BarChart chart, int width, int height) {
        Appearance appearance = chart.appearance();
        Painter.smooth(g);
        g.setColor(appearance.background());
        g.fillRect(0, 0, width, height);
        Font font = ChartStyle.font(appearance);
        g.setFont(font);
        FontMetrics metrics = g.getFontMetrics();
        int left = 2 * GAP + widest(chart, bar -> metrics.stringWidth(bar.label()));
        int right = 2 * GAP + widest(chart, bar -> metrics.stringWidth(bar.text()));
        int top = chart.title().isEmpty() ? GAP : 2 * GAP + metrics.getHeight();
        int bottom = 2 * metrics.getHeight() + 2 * GAP;
        Rectangle inside =
                new Rectangle(left, top, Math.max(1, width - left - right), Math.max(1, height - top - bottom));
        g.setColor(appearance.foreground());
        g.setFont(font.deriveFont(Font.BOLD));
        center(g, chart.title(), inside, GAP + metrics.getAscent());
        g.setFont(font);
        Range range = new Range(0, longest(chart));
        axis(g, chart, inside, range);
        for (int k = 0; k < chart.bars().size(); k++) {
            bar(g, chart, k, inside, range);
        }
    }

    private static void axis(Graphics2D g, BarChart chart, Rectangle inside, Range range) {
        FontMetrics metrics = g.getFontMetrics();
        Color foreground = chart.appearance().foreground();
        Color faint = ChartStyle.grid(chart.appearance());
        int below = inside.y + inside.height;
        Ticks ticks = Ticks.of(range, Math.max(1, inside.width / 50));
        for (double value : ticks.values()) {
            double x = inside.x + range.fraction(value) * inside.width;
            g.setColor(faint);
            g.draw(new Line2D.Double(x, inside.y, x, below));
            g.setColor(foreground);
            String text = ticks.text(value);
            g.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), below + GAP + metrics.getAscent());
        }
        g.draw(new Line2D.Double(inside.x, inside.y, inside.x, below));
        center(g, chart.axis(), inside, below + GAP + metrics.getHeight() + metrics.getAscent() + 2);
    }

    private static void bar(Graphics2D g, BarChart chart, int index, Rectangle inside, Range range) {
        Bar bar = chart.bars().get(index);
        Color foreground = chart.appearance().foreground();
        FontMetrics metrics = g.getFontMetrics();
        double row = (double) inside.height / chart.bars().size();
        double middle = inside.y + (index + 0.5) * row;
        double end = inside.x + range.fraction(bar.value()) * inside.width;
        double low = inside.x + range.fraction(bar.spread().low()) * inside.width;
        double high = inside.x + range.fraction(bar.spread().high()) * inside.width;
        double thickness = THICKNESS * row;
        g.setColor(bar.colour());
        g.fill(new Rectangle2D.Double(inside.x, middle - thickness / 2, end - inside.x, thickness));
        g.setColor(foreground);
        g.setStroke(new BasicStroke(1.2f));
        g.draw(new Line2D.Double(low, middle, high, middle));
        g.draw(new Line2D.Double(low, middle - thickness / 5, low, middle + thickness / 5));
        g.draw(new Line2D.Double(high, middle - thickness / 5, high, middle + thickness / 5));
        float baseline = (float) (middle + metrics.getAscent() / 2.0 - 1);
        g.drawString(bar.label(), (float) inside.x - GAP - metrics.stringWidth(bar.label()), baseline);
        g.drawString(bar.text(), (float) Math.max(end, high) + GAP, baseline);
    }

    private static void center(Graphics2D g, String text, Rectangle inside, int baseline) {
        int width = g.getFontMetrics().stringWidth(text);
        g.drawString(text, Math.max(GAP, inside.x + (inside.width - width) / 2), baseline);
    }

    private static int widest(BarChart chart, ToIntFunction<Bar> width) {
        return chart.bars().stream().mapToInt(width).max().orElse(0);
    }

    private static double longest(BarChart chart) {
        double longest = chart.bars().stream()
                .mapToDouble(bar -> Math.max(bar.value(), bar.spread().high()))
                .max()
                .orElse(0);
        return longest > 0 ? longest : 1;
    }
}
