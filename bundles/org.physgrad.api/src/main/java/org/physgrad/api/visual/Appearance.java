package org.physgrad.api.visual;

import java.awt.Color;
import java.util.Objects;

/**
 * Colours and sizes that a visual takes from its surroundings.
 *
 * @param background colour behind the picture
 * @param foreground colour of text and axes
 * @param fontScale factor of font sizes and line widths, 1 for a 12 pixel font
 * @param pixelScale pixels of an image per unit of its size, 2 for HiDPI; a view takes it from its screen instead
 */
public record Appearance(Color background, Color foreground, double fontScale, double pixelScale) {

    /** Dark on white. */
    public static final Appearance LIGHT = new Appearance(Color.WHITE, new Color(0x24292F), 1, 1);

    /** Bright on dark grey. */
    public static final Appearance DARK = new Appearance(new Color(0x1E1F22), new Color(0xDFE1E5), 1, 1);

    /** Checks the scales. */
    public Appearance {
        Objects.requireNonNull(background, "background");
        Objects.requireNonNull(foreground, "foreground");
        if (!(fontScale > 0 && pixelScale > 0)) {
            throw new IllegalArgumentException(
                    "font scale " + fontScale + ", pixel scale " + pixelScale + ", expected more than 0");
        }
    }

    /**
     * Tells dark surroundings from light ones.
     *
     * @return true if the background is darker than the foreground
     */
    public boolean isDark() {
        return brightness(background) < brightness(foreground);
    }

    /**
     * Changes the font size.
     *
     * @param scale factor of font sizes and line widths
     * @return the same colours with that font scale
     */
    public Appearance withFontScale(double scale) {
        return new Appearance(background, foreground, scale, pixelScale);
    }

    /**
     * Changes the resolution of images.
     *
     * @param scale pixels per unit of size
     * @return the same colours with that resolution
     */
    public Appearance withPixelScale(double scale) {
        return new Appearance(background, foreground, fontScale, scale);
    }

    private static double brightness(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    }
}
