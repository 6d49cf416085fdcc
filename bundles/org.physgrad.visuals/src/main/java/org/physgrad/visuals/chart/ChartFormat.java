package org.physgrad.visuals.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;

/** File formats of charts. */
public enum ChartFormat {
    /** Pixels, in the resolution of the chart's appearance. */
    PNG {
        @Override
        public void write(Chart chart, int width, int height, OutputStream out) throws IOException {
            ImageIO.write(new ChartPainter().image(chart, width, height), "png", out);
        }
    },
    /** Lines and text for the web. */
    SVG {
        @Override
        public void write(Chart chart, int width, int height, OutputStream out) throws IOException {
            SVGGraphics2D g = new SVGGraphics2D(emptySvg());
            g.setSVGCanvasSize(new Dimension(width, height));
            new ChartPainter().paint(g, chart, width, height);
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            g.stream(writer, true);
            writer.flush();
        }
    },
    /** Lines for print, one page of the chart's size. */
    PDF {
        @Override
        public void write(Chart chart, int width, int height, OutputStream out) throws IOException {
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage(new PDRectangle(width, height));
                document.addPage(page);
                PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
                new ChartPainter().paint(g, chart, width, height);
                g.dispose();
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawForm(g.getXFormObject());
                }
                document.save(out);
            }
        }
    },
    /** Every point as a row {@code curve,x,y,low,high}; nothing is thinned out. */
    CSV {
        @Override
        public void write(Chart chart, int width, int height, OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("curve,x,y,low,high\n");
            for (Curve curve : chart.curves()) {
                if (curve.raw().isPresent()) {
                    writeRows(curve.raw().get().named(curve.name() + " (raw)"), writer);
                }
                writeRows(curve, writer);
            }
            writer.flush();
        }
    };

    /**
     * Writes a chart.
     *
     * @param chart the chart
     * @param width width in units
     * @param height height in units
     * @param out where to; stays open
     * @throws IOException if it cannot be written
     */
    public abstract void write(Chart chart, int width, int height, OutputStream out) throws IOException;

    /**
     * Gives the usual end of a file's name.
     *
     * @return the name in small letters
     */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Document emptySvg() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML documents", e);
        }
    }

    private static void writeRows(Curve curve, Writer writer) throws IOException {
        String name = '"' + curve.name().replace("\"", "\"\"") + '"';
        double[] x = curve.x();
        double[] y = curve.y();
        double[] low = curve.low();
        double[] high = curve.high();
        for (int k = 0; k < x.length; k++) {
            writer.write(name + ',' + x[k] + ',' + y[k] + ',' + low[k] + ',' + high[k] + '\n');
        }
    }
}
