package org.physgrad.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.physgrad.api.visual.Appearance;
import org.physgrad.files.WholeFile;
import org.physgrad.visuals.chart.BarChart;
import org.physgrad.visuals.chart.BarPainter;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.ChartPainter;
import org.physgrad.visuals.chart.Legend;

/**
 * A folder of {@code RESULTS.md} and its {@code figures}: small, and of no use of the runs beside it once it is written.
 *
 * @param path the folder
 */
public record PageFolder(Path path) {

    /** How all pictures look: dark on white, sharp on screens of twice the usual resolution. */
    static final Appearance APPEARANCE = Appearance.LIGHT.withPixelScale(2);

    static final String FIGURES = "figures/";

    /** Writes a text file. */
    void write(String name, String text) throws IOException {
        write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Draws a chart that has a row of its own; gives its file. */
    String draw(String name, Chart chart) throws IOException {
        return picture(name, new ChartPainter(Legend.BESIDE).image(chart, 860, 400));
    }

    /** Draws one of two charts in a row; gives its file. */
    String drawHalf(String name, Chart chart, Legend legend) throws IOException {
        return picture(name, new ChartPainter(legend).image(chart, 520, 340));
    }

    /** Draws bars; gives their file. */
    String draw(String name, BarChart chart) throws IOException {
        int height = 90 + 30 * Math.max(2, chart.bars().size());
        return picture(name, new BarPainter().image(chart, 520, height));
    }

    /** Writes a picture; gives its file. */
    String picture(String name, BufferedImage image) throws IOException {
        String file = FIGURES + name + ".png";
        write(file, out -> {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java cannot write PNG files");
            }
        });
        return file;
    }

    private void write(String name, WholeFile.Content content) throws IOException {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(file.getParent());
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path + " cannot hold results: " + e.getFile() + " is a file", e);
        }
        WholeFile.write(file, content);
    }
}
