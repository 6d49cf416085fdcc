package org.physgrad.report.figures;

import java.awt.image.BufferedImage;

/**
 * A picture of one quantity of an example.
 *
 * @param name file name without ending, made of letters that every system allows
 * @param title name of the quantity
 * @param light the picture on white
 * @param dark the picture on dark grey
 */
public record ExamplePicture(String name, String title, BufferedImage light, BufferedImage dark) {}
