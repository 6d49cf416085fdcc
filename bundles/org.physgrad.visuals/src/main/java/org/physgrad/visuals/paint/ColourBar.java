package org.physgrad.visuals.paint;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.colour.ColourMap;

/** The bar that tells which colour stands for which value. */
public final class ColourBar {

    private final ColourMap colours;
    private final Range range;
    private final Ticks ticks;

    /**
     * Makes a bar.
     *
     * @param colours its colours
     * @param range the values from bottom to top
     * @param height its height in units, which decides how many ticks it has
     * @param lineHeight height of a line of text
     */
    public ColourBar(ColourMap colours, Range range, int height, int lineHeight) {
        this.colours = colours;
        this.range = range;
        this.ticks = Ticks.of(range, Math.max(2, Math.min(6, height / (2 * lineHeight))));
    }

    /**
     * Tells the room it takes.
     *
     * @param metrics the font
     * @return width of bar and numbers
     */
    public int width(FontMetrics metrics) {
        int text = ticks.values().stream()
                .mapToInt(value -> metrics.stringWidth(ticks.text(value)))
                .max()
                .orElse(0);
        return metrics.getAscent() + metrics.charWidth('0') + text;
    }

    /**
     * Paints it.
     *
     * @param g where to paint, font and colour of the text set
     * @param place the place of bar and numbers
     */
    public void paint(Graphics2D g, Rectangle place) {
        FontMetrics metrics = g.getFontMetrics();
        int width = metrics.getAscent();
        Color foreground = g.getColor();
        for (int row = 0; row < place.height; row++) {
            double fraction = 1 - (row + 0.5) / place.height;
            double value = range.low() + fraction * (range.high() - range.low());
            g.setColor(new Color(colours.colour(value, range)));
            g.fillRect(place.x, place.y + row, width, 1);
        }
        g.setColor(foreground);
        g.drawRect(place.x, place.y, width, place.height);
        for (double value : ticks.values()) {
            int y = place.y + (int) Math.round((1 - range.fraction(value)) * place.height);
            g.drawLine(place.x + width, y, place.x + width + 3, y);
            int middle = y + metrics.getAscent() / 2 - 1;
            int baseline = Math.max(place.y + metrics.getAscent() - 2, Math.min(middle, place.y + place.height + 1));
            g.drawString(ticks.text(value), place.x + width + metrics.charWidth('0'), baseline);
        }
    }
}
