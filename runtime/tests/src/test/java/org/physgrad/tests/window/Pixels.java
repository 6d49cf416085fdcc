package org.physgrad.tests.window;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What can be said of a picture without looking at it. */
final class Pixels {

    private Pixels() {}

    static boolean same(BufferedImage one, BufferedImage other) {
        return Arrays.equals(all(one), all(other));
    }

    /** Number of different colours; greys do not count. */
    static long colours(BufferedImage image) {
        return Arrays.stream(all(image))
                .filter(pixel -> hsb(pixel)[1] > 0.2f)
                .distinct()
                .count();
    }

    /** Mean brightness, 0 is black, 1 is white. */
    static double brightness(BufferedImage image) {
        return IntStream.of(all(image))
                .mapToDouble(pixel -> hsb(pixel)[2])
                .average()
                .orElseThrow();
    }

    private static int[] all(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static float[] hsb(int pixel) {
        Color colour = new Color(pixel);
        return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
    }
}
