package org.physgrad.visuals.paint;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.physgrad.api.visual.Range;

/** A frame with numbers on its lower and its left side. */
public final class PlotFrame {

    private final Rectangle inside;
    private final Range x;
    private final Range y;

    private PlotFrame(Rectangle inside, Range x, Range y) {
        this.inside = inside;
        this.x = x;
        this.y = y;
    }

    /**
     * Fits a frame with its numbers into a place.
     *
     * @param place the place
     * @param metrics the font of the numbers
     * @param x values along x
     * @param y values along y, upwards
     * @param aspect width over height of the inside; 0 for as large as the place allows
     * @return the frame, in the middle of the place
     */
    public static PlotFrame fit(Rectangle place, FontMetrics metrics, Range x, Range y, double aspect) {
        int below = metrics.getHeight() + metrics.getAscent() / 2;
        int lines = Math.max(1, (place.height - below) / (3 * metrics.getHeight()));
        Ticks ticks = Ticks.of(y, lines);
        int left = ticks.values().stream()
                        .mapToInt(value -> metrics.stringWidth(ticks.text(value)))
                        .max()
                        .orElse(0)
                + metrics.getAscent();
        int width = Math.max(1, place.width - left);
        int height = Math.max(1, place.height - below);
        if (aspect > 0) {
            int wanted = (int) Math.round(height * aspect);
            height = wanted > width ? Math.max(1, (int) Math.round(width / aspect)) : height;
            width = Math.max(1, Math.min(width, wanted));
        }
        int spareX = place.width - left - width;
        int spareY = place.height - below - height;
        return new PlotFrame(
                new Rectangle(
                        place.x + left + Math.max(0, spareX / 2), place.y + Math.max(0, spareY / 2), width, height),
                x,
                y);
    }

    /**
     * Tells where the inside is.
     *
     * @return the inside
     */
    public Rectangle inside() {
        return new Rectangle(inside);
    }

    /**
     * Places a value.
     *
     * @param value a value along x
     * @return its place
     */
    public double px(double value) {
        return inside.x + x.fraction(value) * inside.width;
    }

    /**
     * Places a value.
     *
     * @param value a value along y
     * @return its place
     */
    public double py(double value) {
        return inside.y + (1 - y.fraction(value)) * inside.height;
    }

    /**
     * Paints the frame, over what is inside.
     *
     * @param g where to paint
     * @param foreground colour of frame and numbers
     */
    public void paint(Graphics2D g, Color foreground) {
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(foreground);
        g.drawRect(inside.x, inside.y, inside.width, inside.height);
        Ticks across = Ticks.of(x, Math.max(1, inside.width / (5 * metrics.charWidth('0') + metrics.getHeight())));
        for (double value : across.values()) {
            int at = (int) Math.round(px(value));
            int bottom = inside.y + inside.height;
            String text = across.text(value);
            g.drawLine(at, bottom, at, bottom + 3);
            g.drawString(text, at - metrics.stringWidth(text) / 2, bottom + 3 + metrics.getAscent());
        }
        Ticks up = Ticks.of(y, Math.max(1, inside.height / (3 * metrics.getHeight())));
        for (double value : up.values()) {
            int at = (int) Math.round(py(value));
            String text = up.text(value);
            g.drawLine(inside.x - 3, at, inside.x, at);
            g.drawString(text, inside.x - 5 - metrics.stringWidth(text), at + metrics.getAscent() / 2 - 1);
        }
    }
}
