package org.physgrad.visuals.paint;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.visuals.colour.ColourMap;

/** The sheet that pictures are painted on: background, title at the top, colour bar on the right, and the place that is left. */
public final class Sheet {

    private static final int FONT_SIZE = 12;

    /** A sheet that is less high has smaller letters. */
    private static final int SMALL = 150;

    private static final double SMALLER = 0.85;

    private final Graphics2D g;
    private final Appearance appearance;
    private final FontMetrics metrics;
    private final int gap;
    private Rectangle place;

    /**
     * Prepares an empty sheet.
     *
     * @param g where to paint
     * @param scene whose appearance and title it has
     * @param width width in units
     * @param height height in units
     */
    public Sheet(Graphics2D g, Scene scene, int width, int height) {
        this.g = g;
        this.appearance = scene.appearance();
        Painter.smooth(g);
        g.setColor(appearance.background());
        g.fillRect(0, 0, width, height);
        g.setColor(appearance.foreground());
        boolean small = height < SMALL * appearance.fontScale();
        double size = FONT_SIZE * appearance.fontScale() * (small ? SMALLER : 1);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
        this.metrics = g.getFontMetrics();
        this.gap = metrics.getAscent() / (small ? 4 : 2);
        g.drawString(title(scene), gap, gap + metrics.getAscent());
        int top = 2 * gap + metrics.getHeight();
        this.place = new Rectangle(gap, top, Math.max(1, width - 2 * gap), Math.max(1, height - top - gap));
    }

    /**
     * Paints a colour bar on the right of what is left.
     *
     * @param colours its colours
     * @param range its values
     */
    public void addColourBar(ColourMap colours, Range range) {
        int height = Math.max(1, place.height - 2 * gap);
        ColourBar bar = new ColourBar(colours, range, height, metrics.getHeight());
        int width = bar.width(metrics);
        bar.paint(g, new Rectangle(place.x + place.width - width, place.y + gap, width, height));
        place = new Rectangle(place.x, place.y, Math.max(1, place.width - width - 2 * gap), place.height);
    }

    /**
     * Tells how far things stand apart.
     *
     * @return the gap
     */
    public int gap() {
        return gap;
    }

    /**
     * Tells where the picture goes.
     *
     * @return the place that is left
     */
    public Rectangle place() {
        return new Rectangle(place);
    }

    /**
     * Measures text.
     *
     * @return the metrics of the sheet's font
     */
    public FontMetrics metrics() {
        return metrics;
    }

    /**
     * Tells whether numbers on axes leave room for the picture.
     *
     * @return false where the place that is left is too low for both
     */
    public boolean hasRoomForNumbers() {
        return place.height >= PlotFrame.LINES * metrics.getHeight();
    }

    /**
     * Tells how it looks.
     *
     * @return colours and sizes
     */
    public Appearance appearance() {
        return appearance;
    }

    /**
     * Tells the colour of lines that should not stand out.
     *
     * @return a colour half way between background and foreground
     */
    public Color faint() {
        Color a = appearance.background();
        Color b = appearance.foreground();
        return new Color(
                (a.getRed() + b.getRed()) / 2, (a.getGreen() + b.getGreen()) / 2, (a.getBlue() + b.getBlue()) / 2);
    }

    /** Name, unit and, of a moving field, time. */
    private static String title(Scene scene) {
        Quantity quantity = scene.quantity();
        String title = quantity.unit().isEmpty() ? quantity.name() : quantity.name() + " [" + quantity.unit() + "]";
        if (quantity instanceof Field field && field.grid().frames() > 1) {
            FieldGrid grid = field.grid();
            int frame = frame(scene, field);
            return title + "   " + grid.time().label() + " = "
                    + (float) grid.time().at(frame) + " " + grid.time().unit();
        }
        return title;
    }

    /**
     * Finds the frame of a field that a scene shows.
     *
     * @param scene the scene
     * @param field a field in it
     * @return its frame, the last one where it has fewer
     */
    public static int frame(Scene scene, Field field) {
        return Math.min(scene.frame(), field.grid().frames() - 1);
    }
}
