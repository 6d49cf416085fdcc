package org.physgrad.visuals.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import org.osgi.annotation.versioning.ConsumerType;
import org.physgrad.api.visual.Scene;

/** Paints scenes; one painter serves one thread. */
@ConsumerType
public interface Painter {

    /**
     * Paints a scene, background included.
     *
     * @param g where to paint; its transform tells how many pixels a unit has
     * @param scene the scene
     * @param width width in units
     * @param height height in units
     */
    void paint(Graphics2D g, Scene scene, int width, int height);

    /**
     * Has a painting drawn with smooth edges and text.
     *
     * @param g the graphics
     */
    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }
}
