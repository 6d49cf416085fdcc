package org.physgrad.visuals.relief;

import java.awt.Graphics2D;
import org.osgi.annotation.versioning.ConsumerType;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.paint.Sheet;

/** Draws reliefs, each in its own way; one renderer serves one thread. */
@ConsumerType
public interface ReliefRenderer {

    /**
     * Draws a relief with its axes into the place that is left on a sheet.
     *
     * @param g where to paint; its transform tells how many pixels a unit has
     * @param sheet the sheet, with title and colour bar
     * @param relief the relief
     * @param colours colours of its heights
     * @param camera from where it is seen
     */
    void render(Graphics2D g, Sheet sheet, Relief relief, ColourMap colours, Camera camera);
}
