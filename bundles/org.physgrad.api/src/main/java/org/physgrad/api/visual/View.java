package org.physgrad.api.visual;

import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A picture that lives in a window. Made and used on the event dispatch thread alone. What the user did to it, such as turning it, stays when the next scene comes.
 */
@ConsumerType
public interface View {

    /**
     * The component to put into a window.
     *
     * @return the component, the same one at each call
     */
    JComponent component();

    /**
     * Shows another scene. Cheap enough for ten calls a second.
     *
     * @param scene what to draw; its visual does not refuse it
     */
    void show(Scene scene);

    /**
     * Copies what the view shows, in the resolution of the scene's appearance.
     *
     * @return the picture, of the component's size times the pixel scale
     */
    BufferedImage picture();
}
