package org.physgrad.report.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.physgrad.api.visual.Appearance;
import org.physgrad.report.figures.CurveFigure;
import org.physgrad.report.figures.Picture;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.ChartFormat;

/**
 * A picture inside the page.
 *
 * @param alt what it shows, in words
 * @param light address that holds the picture, on white where there are two
 * @param dark address that holds the picture on dark grey; empty for drawings whose colours the page may turn
 * @param width width in CSS pixels
 * @param height height in CSS pixels
 */
record Image(String alt, String light, String dark, int width, int height) {

    static final int CHART_WIDTH = 1000;
    static final int CHART_HEIGHT = 420;

    static Image of(CurveFigure figure) {
        return new Image(
                "Learning curves of " + figure.metric(),
                svg(figure.thinned(0).chart(Appearance.LIGHT)),
                "",
                CHART_WIDTH,
                CHART_HEIGHT);
    }

    static Image of(Picture picture, int width) {
        int height = Math.round(
                (float) width * picture.light().getHeight() / picture.light().getWidth());
        return new Image(picture.title(), png(picture.light()), png(picture.dark()), width, height);
    }

    private static String svg(Chart chart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ChartFormat.SVG.write(chart, CHART_WIDTH, CHART_HEIGHT, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return address("image/svg+xml", out);
    }

    private static String png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return address("image/png", out);
    }

    private static String address(String type, ByteArrayOutputStream bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
