package org.physgrad.report.figures;

import java.awt.image.BufferedImage;

/**
 * A picture for bright and for dark surroundings.
 *
 * @param name file name without ending, made of letters that every system allows
 * @param title what it shows
 * @param light the picture on white
 * @param dark the picture on dark grey
 */
public record Picture(String name, String title, BufferedImage light, BufferedImage dark) {}
