package org.physgrad.visuals.surface;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.paint.Sheet;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.Relief;
import org.physgrad.visuals.relief.ReliefRenderer;

/** Paints reliefs as surfaces between the edges of their box. */
final class SurfacePainter implements ReliefRenderer {

    /** Height of the middle of the box, from the top: numbers need room below. */
    private static final double MIDDLE = 0.46;

    private final SurfaceRenderer renderer = new SurfaceRenderer();

    @Override
    public void render(Graphics2D g, Sheet sheet, Relief relief, ColourMap colours, Camera camera) {
        Rectangle place = sheet.place();
        BoxPainter box = new BoxPainter(
                relief.box(), new Projection(camera, place.getCenterX(), place.y + MIDDLE * place.height, size(place)));
        box.paintEdges(g, sheet.faint());
        surface(g, relief, colours, camera, place);
        if (sheet.hasRoomForNumbers()) {
            box.paintNumbers(g, relief.grid(), sheet.appearance().foreground());
        }
    }

    /** Draws the surface pixel by pixel, also on screens that have several to a unit. */
    private void surface(Graphics2D g, Relief relief, ColourMap colours, Camera camera, Rectangle place) {
        double scale = g.getTransform().getScaleX();
        int width = (int) Math.max(1, Math.round(place.width * scale));
        int height = (int) Math.max(1, Math.round(place.height * scale));
        Projection projection = new Projection(camera, width / 2.0, MIDDLE * height, size(place) * scale);
        BufferedImage surface = renderer.render(relief, colours.table(), projection, width, height);
        g.drawImage(surface, place.x, place.y, place.width, place.height, null);
    }

    /** Side of the square that the box fits into, whichever way it is turned. */
    private static double size(Rectangle place) {
        return Math.min(place.width, place.height * 1.15);
    }
}
