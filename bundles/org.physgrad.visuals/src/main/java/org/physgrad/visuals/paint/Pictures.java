package org.physgrad.visuals.paint;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.Visual;

/** Paintings as images. */
public final class Pictures {

    private Pictures() {}

    /**
     * Paints a scene that a visual does not refuse.
     *
     * @param visual the visual
     * @param painter who paints for it
     * @param scene the scene
     * @param width width in units
     * @param height height in units
     * @return the image, in the resolution of the scene's appearance
     * @throws IllegalArgumentException if the visual refuses the scene's quantity, with the reason
     */
    public static BufferedImage draw(Visual visual, Painter painter, Scene scene, int width, int height) {
        Optional<String> refusal = visual.refuses(scene.quantity());
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        return draw(painter, scene, width, height);
    }

    static BufferedImage draw(Painter painter, Scene scene, int width, int height) {
        return draw(scene.appearance(), width, height, g -> painter.paint(g, scene, width, height));
    }

    /**
     * Paints an image.
     *
     * @param appearance its resolution
     * @param width width in units
     * @param height height in units
     * @param painting paints it, from (0, 0) and in units
     * @return the image
     */
    public static BufferedImage draw(Appearance appearance, int width, int height, Consumer<Graphics2D> painting) {
        double scale = appearance.pixelScale();
        BufferedImage image = new BufferedImage(
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(scale, scale);
            painting.accept(g);
        } finally {
            g.dispose();
        }
        return image;
    }
}
