package org.physgrad.visuals.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.chart.BarChart.Bar;

class BarPainterTest {

    @Test
    void barsAreAsLongAsTheirValues() {
        Bar one = new Bar("one", Color.RED, 1, new Range(0.9, 1.1), "1 s");
        Bar three = new Bar("three", Color.BLUE, 3, new Range(2.9, 3.1), "3 s");
        BufferedImage image =
                new BarPainter().image(new BarChart("times", "s", List.of(one, three), Appearance.LIGHT), 500, 200);
        assertEquals(3, (double) longest(image, Color.BLUE) / longest(image, Color.RED), 0.05);
    }

    @Test
    void aBarHasAFiniteLengthFromZero() {
        assertThrows(IllegalArgumentException.class, () -> new Bar("a", Color.RED, -1, new Range(0, 1), ""));
        assertThrows(IllegalArgumentException.class, () -> new Bar("a", Color.RED, Double.NaN, new Range(0, 1), ""));
    }

    /** Most pixels of a colour in a row. */
    private static long longest(BufferedImage image, Color colour) {
        return IntStream.range(0, image.getHeight())
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> image.getRGB(x, y) == colour.getRGB())
                        .count())
                .max()
                .orElseThrow();
    }
}
