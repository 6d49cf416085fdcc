package org.physgrad.visuals.paint;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.physgrad.api.visual.Range;

/** A frame with numbers on its lower and its left side. */
public final class PlotFrame {

    /** Lines of text that a place has to be high so that numbers on axes leave room for the picture. */
    public static final int LINES = 8;

    private final Rectangle inside;
    private final boolean numbered;
    private final Range x;
    private final Range y;

    private PlotFrame(Rectangle inside, boolean numbered, Range x, Range y) {
        this.inside = inside;
        this.numbered = numbered;
        this.x = x;
        this.y = y;
    }

    /**
     * Fits a frame with its numbers into a place; a picture that keeps its aspect has none in a small place, and takes it all.
     *
     * @param place the place
     * @param metrics the font of the numbers
     * @param x values along x
     * @param y values along y, upwards
     * @param aspect width over height of the inside; 0 for as large as the place allows
     * @return the frame, in the middle of the place
     */
    public static PlotFrame fit(Rectangle place, FontMetrics metrics, Range x, Range y, double aspect) {
        boolean numbered = aspect == 0 || place.height >= LINES * metrics.getHeight();
        int below = numbered ? metrics.getHeight() + metrics.getAscent() / 2 : 1;
        int left = numbered ? room(metrics, y, place.height - below) : 0;
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
                numbered,
                x,
                y);
    }

    /** Width of the numbers on the left. */
    private static int room(FontMetrics metrics, Range y, int height) {
        Ticks ticks = Ticks.of(y, Math.max(1, height / (3 * metrics.getHeight())));
        return ticks.values().stream()
                        .mapToInt(value -> metrics.stringWidth(ticks.text(value)))
                        .max()
                        .orElse(0)
                + metrics.getAscent();
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
        g.setColor(foreground);
        g.drawRect(inside.x, inside.y, inside.width, inside.height);
        if (numbered) {
            paintNumbers(g);
        }
    }

    private void paintNumbers(Graphics2D g) {
        FontMetrics metrics = g.getFontMetrics();
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
