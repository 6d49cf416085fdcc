package org.physgrad.api.visual;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way to draw quantities, in a window and, with no display, as an image. A factory component like every other part; one instance may serve any number of views.
 */
@ConsumerType
public interface Visual {

    /** Start of the component factory name of every visual; the type name follows. */
    String FACTORY = "org.physgrad.visual/";

    /**
     * Tells whether it can draw a quantity.
     *
     * @param quantity the quantity
     * @return the reason why it cannot, in words for people; empty if it can
     */
    Optional<String> refuses(Quantity quantity);

    /**
     * Opens a picture for a window. Called on the event dispatch thread.
     *
     * @return an empty view
     */
    View view();

    /**
     * Draws a picture without a window. May be called on any thread.
     *
     * @param scene what to draw; not refused
     * @param width width in units; in pixels times the pixel scale of the scene's appearance
     * @param height height, likewise
     * @return the picture
     * @throws IllegalArgumentException if the visual refuses the scene's quantity, with the reason
     */
    BufferedImage image(Scene scene, int width, int height);
}
