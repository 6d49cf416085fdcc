package org.physgrad.visuals.relief;

import java.awt.Graphics2D;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.paint.Sheet;

/** Paints fields as reliefs, seen by a camera that can be moved, on a sheet with title and colour bar. */
public final class ReliefPainter implements CameraPainter {

    private final Colours colours;
    private final ReliefRenderer renderer;
    private Camera camera;

    /**
     * Makes a painter.
     *
     * @param colours which map colours what
     * @param camera from where it paints at first
     * @param renderer draws the reliefs
     */
    public ReliefPainter(Colours colours, Camera camera, ReliefRenderer renderer) {
        this.colours = colours;
        this.camera = camera;
        this.renderer = renderer;
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
        renderer.render(g, sheet, new Relief(field, Sheet.frame(scene, field), range), map, camera);
    }
}
