package org.physgrad.visuals.surface;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.paint.PlotFrame;
import org.physgrad.visuals.paint.Sheet;
import org.physgrad.visuals.relief.Box;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.CameraPainter;
import org.physgrad.visuals.relief.Relief;

/** Paints fields as surfaces in a box, seen by a camera that can be moved. */
final class SurfacePainter implements CameraPainter {

    /** Height of the middle of the box, from the top: numbers need room below. */
    private static final double MIDDLE = 0.46;

    private final Colours colours;
    private final SurfaceRenderer renderer = new SurfaceRenderer();
    private Camera camera;

    SurfacePainter(Colours colours, Camera camera) {
        this.colours = colours;
        this.camera = camera;
    }

    @Override
    public Camera camera() {
        return camera;
    }

    @Override
    public void look(Camera from) {
        camera = from;
    }

    @Override
    public void paint(Graphics2D g, Scene scene, int width, int height) {
        Field field = (Field) scene.quantity();
        ColourMap map = colours.of(field);
        Range range = scene.range().orElseGet(field::range);
        Sheet sheet = new Sheet(g, scene, width, height);
        sheet.addColourBar(map, range);
        Rectangle place = sheet.place();
        BoxPainter box = new BoxPainter(
                Box.of(field.grid()),
                new Projection(camera, place.getCenterX(), place.y + MIDDLE * place.height, size(place)));
        box.paintEdges(g, sheet.faint());
        surface(g, new Relief(field, Sheet.frame(scene, field), range), map, place);
        if (place.height >= PlotFrame.LINES * sheet.metrics().getHeight()) {
            box.paintNumbers(g, field.grid(), scene.appearance().foreground());
        }
    }

    /** Draws the surface pixel by pixel, also on screens that have several to a unit. */
    private void surface(Graphics2D g, Relief relief, ColourMap map, Rectangle place) {
        double scale = g.getTransform().getScaleX();
        int width = (int) Math.max(1, Math.round(place.width * scale));
        int height = (int) Math.max(1, Math.round(place.height * scale));
        Projection projection = new Projection(camera, width / 2.0, MIDDLE * height, size(place) * scale);
        BufferedImage surface = renderer.render(relief, map.table(), projection, width, height);
        g.drawImage(surface, place.x, place.y, place.width, place.height, null);
    }

    /** Side of the square that the box fits into, whichever way it is turned. */
    private static double size(Rectangle place) {
        return Math.min(place.width, place.height * 1.15);
    }
}
