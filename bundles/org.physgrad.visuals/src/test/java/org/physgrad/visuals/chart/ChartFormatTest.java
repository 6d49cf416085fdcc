package org.physgrad.visuals.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Appearance;
import org.physgrad.visuals.chart.Chart.ChartAxis;
import org.xml.sax.InputSource;

class ChartFormatTest {

    private static final Curve RUN =
            Curve.of("</script> \"quoted\"", new double[] {1, 2, 3, 4}, new double[] {100, 0, Double.NaN, 0.01});
    private static final Chart CHART = new Chart(
            "heat",
            ChartAxis.of("iteration", Scale.LOG),
            ChartAxis.of("x_l1", Scale.LOG),
            List.of(RUN),
            Appearance.DARK);

    private static byte[] write(ChartFormat format, Chart chart) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(chart, 400, 300, out);
        return out.toByteArray();
    }

    @Test
    void pngHasTheResolutionOfItsAppearance() throws IOException {
        Chart fine = CHART.withAppearance(Appearance.DARK.withPixelScale(2));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(write(ChartFormat.PNG, fine)));
        assertEquals(800, image.getWidth());
        assertEquals(600, image.getHeight());
        assertEquals(Appearance.DARK.background().getRGB(), image.getRGB(2, 2));
    }

    @Test
    void svgIsADocumentWithTheCurveInItsColour() throws Exception {
        String svg = new String(write(ChartFormat.SVG, CHART), StandardCharsets.UTF_8);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        String root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement()
                .getTagName();
        assertEquals("svg", root);
        Color colour = ChartPainter.colour(0, Appearance.DARK);
        String stroke = "stroke:rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
        assertTrue(svg.replace(" ", "").replace("=\"", ":").contains(stroke), "no line is drawn in " + stroke);
    }

    @Test
    void pdfHasOnePageOfTheChartsSize() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(write(ChartFormat.PDF, CHART))) {
            assertEquals(1, pdf.getNumberOfPages());
            assertEquals(400, pdf.getPage(0).getMediaBox().getWidth());
        }
    }

    @Test
    void csvHoldsEveryPoint() throws IOException {
        String csv = new String(write(ChartFormat.CSV, CHART), StandardCharsets.UTF_8);
        assertEquals(
                "curve,x,y,low,high\n"
                        + "\"</script> \"\"quoted\"\"\",1.0,100.0,100.0,100.0\n"
                        + "\"</script> \"\"quoted\"\"\",2.0,0.0,0.0,0.0\n"
                        + "\"</script> \"\"quoted\"\"\",3.0,NaN,NaN,NaN\n"
                        + "\"</script> \"\"quoted\"\"\",4.0,0.01,0.01,0.01\n",
                csv);
    }

    @Test
    void csvHoldsTheRawDataOfASmoothedCurve() throws IOException {
        Curve raw = Curve.of("a", new double[] {1, 2}, new double[] {4, 6});
        String csv = new String(
                write(ChartFormat.CSV, CHART.withCurves(List.of(raw.smoothed(2).withRaw(raw)))),
                StandardCharsets.UTF_8);
        assertEquals(
                "curve,x,y,low,high\n\"a (raw)\",1.0,4.0,4.0,4.0\n\"a (raw)\",2.0,6.0,6.0,6.0\n\"a\",2.0,5.0,5.0,5.0\n",
                csv);
    }

    @Test
    void aCurveHasTheColourThatItAsksForAndAnUnnamedOneIsInNoLegend() {
        Color purple = new Color(0x7A3E9D);
        Curve curve =
                Curve.of("", new double[] {1, 2, 3}, new double[] {1, 5, 2}).drawn(CurveStyle.line(purple));
        Chart unnamed = CHART.withCurves(List.of(curve, curve));
        Chart named = CHART.withCurves(List.of(curve.named("a"), curve.named("b")));
        long line = pixels(new ChartPainter().image(unnamed, 400, 300), purple);
        assertTrue(line > 50, line + " pixels of the line");
        assertEquals(line, pixels(new ChartPainter(Legend.NONE).image(named, 400, 300), purple));
        assertTrue(pixels(new ChartPainter().image(named, 400, 300), purple) > line, "the legend shows the lines");
    }

    private static long pixels(BufferedImage image, Color colour) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .filter(pixel -> pixel == colour.getRGB())
                .count();
    }

    @Test
    void rawDataIsDrawnBehindASmoothedCurve() {
        Curve raw = Curve.of("a", new double[] {1, 2, 3, 4}, new double[] {1, 9, 1, 9});
        Curve smooth = raw.smoothed(2);
        ChartPainter painter = new ChartPainter();
        long alone = colours(painter.image(CHART.withCurves(List.of(smooth)), 400, 300));
        long both = colours(painter.image(CHART.withCurves(List.of(smooth.withRaw(raw))), 400, 300));
        assertTrue(both > alone, both + " colours with the raw data, " + alone + " without");
    }

    @Test
    void paintsWithoutAnythingToShowAndWithEqualNames() {
        ChartPainter painter = new ChartPainter();
        painter.image(CHART.withCurves(List.of()), 400, 300);
        painter.image(CHART.withCurves(List.of(Curve.of("zero", new double[] {1, 2}, new double[] {0, -1}))), 400, 300);
        Curve band = Curve.ofSeeds("a", List.of(RUN, RUN.named("b")), 0.25);
        BufferedImage both = painter.image(CHART.withCurves(List.of(band, band)), 400, 300);
        BufferedImage one = painter.image(CHART.withCurves(List.of(band)), 400, 300);
        assertNotEquals(colours(one), colours(both));
        assertTrue(painter.valueAt(200, 150).isPresent());
    }

    private static long colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count();
    }
}
