package org.physgrad.visual.jzy3d;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.paint.Sheet;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.Relief;
import org.physgrad.visuals.relief.ReliefRenderer;

/** Has reliefs drawn on a {@link Stage}, pixel by pixel also on screens that have several to a unit. */
final class StagePainter implements ReliefRenderer {

    private final Stage stage = new Stage();

    @Override
    public void render(Graphics2D g, Sheet sheet, Relief relief, ColourMap colours, Camera camera) {
        double scale = g.getTransform().getScaleX();
        Font font = sheet.metrics().getFont();
        stage.show(relief, colours);
        stage.label(font.deriveFont((float) (font.getSize2D() * scale)), sheet.hasRoomForNumbers());
        stage.paint(sheet.appearance(), sheet.faint());
        Rectangle place = sheet.place();
        int width = (int) Math.max(1, Math.round(place.width * scale));
        int height = (int) Math.max(1, Math.round(place.height * scale));
        BufferedImage image = stage.shoot(camera, width, height);
        g.drawImage(image, place.x, place.y, place.width, place.height, null);
    }
}
