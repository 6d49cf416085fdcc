package org.physgrad.workbench.pictures;

import java.awt.Color;
import javax.swing.UIManager;
import org.physgrad.api.visual.Appearance;

/** What pictures look like in the window's present theme. */
public final class Appearances {

    private static final double BASE_FONT_SIZE = 12;

    private Appearances() {}

    /**
     * Asks the theme.
     *
     * @return colours and font size of the window, which do not change with it
     */
    public static Appearance current() {
        double fontScale = UIManager.getFont("Label.font").getSize2D() / BASE_FONT_SIZE;
        return new Appearance(
                new Color(UIManager.getColor("Panel.background").getRGB()),
                new Color(UIManager.getColor("Label.foreground").getRGB()),
                fontScale,
                1);
    }
}
