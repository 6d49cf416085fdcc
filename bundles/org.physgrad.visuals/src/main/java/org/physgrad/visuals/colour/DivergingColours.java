package org.physgrad.visuals.colour;

/**
 * Diverging colours after K. Moreland, "Diverging color maps for scientific visualization" (2009): straight lines in polar CIELAB coordinates (magnitude M, saturation s,
 * hue h) from each end to a light grey in the middle, with the hue bent on the way so that brightness changes without a kink.
 */
final class DivergingColours {

    private static final double MIDDLE_MAGNITUDE = 88;
    private static final double[] WHITE = {0.9505, 1, 1.089};
    private static final double[][] RGB_TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };
    private static final double[][] XYZ_TO_RGB = {
        {3.2404542, -1.5371385, -0.4985314}, {-0.9692660, 1.8760108, 0.0415560}, {0.0556434, -0.2040259, 1.0572252}
    };

    private DivergingColours() {}

    /**
     * Makes a table of colours.
     *
     * @param low red, green and blue of the low end, 0 to 255
     * @param high red, green and blue of the high end
     * @param size number of colours
     * @return opaque colours, {@code 0xFFRRGGBB}
     */
    static int[] between(double[] low, double[] high, int size) {
        double[] cold = polar(low);
        double[] warm = polar(high);
        int[] colours = new int[size];
        for (int k = 0; k < size; k++) {
            double fraction = k / (size - 1.0);
            colours[k] = fraction < 0.5 ? colour(cold, 2 * fraction) : colour(warm, 2 * (1 - fraction));
        }
        return colours;
    }

    /** Goes from a saturated end (0) to the grey middle (1). */
    private static int colour(double[] end, double way) {
        double magnitude = (1 - way) * end[0] + way * MIDDLE_MAGNITUDE;
        double saturation = (1 - way) * end[1];
        double hue = (1 - way) * end[2] + way * middleHue(end);
        return rgb(new double[] {
            magnitude * Math.cos(saturation),
            magnitude * Math.sin(saturation) * Math.cos(hue),
            magnitude * Math.sin(saturation) * Math.sin(hue)
        });
    }

    /** The hue that the middle takes as seen from one end: Moreland's hue spin. */
    private static double middleHue(double[] end) {
        double spin =
                end[1] * Math.sqrt(MIDDLE_MAGNITUDE * MIDDLE_MAGNITUDE - end[0] * end[0]) / (end[0] * Math.sin(end[1]));
        return end[2] > -Math.PI / 3 ? end[2] + spin : end[2] - spin;
    }

    /** Magnitude, saturation and hue of a colour. */
    private static double[] polar(double[] rgb) {
        double[] xyz = multiply(RGB_TO_XYZ, new double[] {linear(rgb[0]), linear(rgb[1]), linear(rgb[2])});
        double x = root(xyz[0] / WHITE[0]);
        double y = root(xyz[1] / WHITE[1]);
        double z = root(xyz[2] / WHITE[2]);
        double lightness = 116 * y - 16;
        double a = 500 * (x - y);
        double b = 200 * (y - z);
        double magnitude = Math.sqrt(lightness * lightness + a * a + b * b);
        return new double[] {magnitude, Math.acos(lightness / magnitude), Math.atan2(b, a)};
    }

    private static int rgb(double[] lab) {
        double y = (lab[0] + 16) / 116;
        double[] rgb = multiply(XYZ_TO_RGB, new double[] {
            WHITE[0] * cube(y + lab[1] / 500), WHITE[1] * cube(y), WHITE[2] * cube(y - lab[2] / 200)
        });
        return 0xFF000000 | (encoded(rgb[0]) << 16) | (encoded(rgb[1]) << 8) | encoded(rgb[2]);
    }

    private static double[] multiply(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    /** The cube root of CIELAB, straight near zero. */
    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double cube(double t) {
        return t > 0.206893 ? t * t * t : (t - 16.0 / 116) / 7.787;
    }

    /** Takes the gamma of sRGB out. */
    private static double linear(double channel) {
        double c = channel / 255;
        return c > 0.04045 ? Math.pow((c + 0.055) / 1.055, 2.4) : c / 12.92;
    }

    private static int encoded(double c) {
        double coded = c > 0.0031308 ? 1.055 * Math.pow(c, 1 / 2.4) - 0.055 : 12.92 * c;
        return (int) Math.round(255 * Math.max(0, Math.min(1, coded)));
    }
}
