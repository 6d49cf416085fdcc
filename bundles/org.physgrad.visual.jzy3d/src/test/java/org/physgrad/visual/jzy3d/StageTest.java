package org.physgrad.visual.jzy3d;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Range;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.Relief;

class StageTest {

    private static final int SIZE = 200;
    /** The row that the middle of the box is in. */
    private static final int MIDDLE = (int) (0.46 * SIZE);

    private static final FieldGrid GRID = FieldGrid.still(33, 33, 1);

    /** A plane that rises with x. */
    private static float[] slope() {
        float[] values = new float[GRID.size()];
        for (int i = 0; i < GRID.nx(); i++) {
            Arrays.fill(values, i * GRID.ny(), (i + 1) * GRID.ny(), i);
        }
        return values;
    }

    private static BufferedImage fromAbove(float[] values) {
        return shoot(Field.of("x0", "K", GRID, values), Camera.ofDegrees(0, 90));
    }

    private static BufferedImage shoot(Field field, Camera camera) {
        Stage stage = new Stage();
        stage.show(new Relief(field, 0, field.range()), ColourMap.viridis);
        stage.label(new Font(Font.SANS_SERIF, Font.PLAIN, 12), true);
        stage.paint(Appearance.LIGHT, Color.GRAY);
        return stage.shoot(camera, SIZE, SIZE);
    }

    private static boolean isColoured(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null)[1] > 0.3;
    }

    /** The first and the last pixel of a row that the surface covers. */
    private static int[] ends(BufferedImage image, int y) {
        int[] covered =
                IntStream.range(0, SIZE).filter(x -> isColoured(image, x, y)).toArray();
        return new int[] {covered[0], covered[covered.length - 1]};
    }

    @Test
    void aSlopeFromAboveIsASquareWithoutHoles() {
        BufferedImage image = fromAbove(slope());
        int[] ends = ends(image, MIDDLE);
        int side = ends[1] - ends[0] + 1;
        double covered = IntStream.range(0, SIZE * SIZE)
                .filter(k -> isColoured(image, k % SIZE, k / SIZE))
                .count();
        assertTrue(side > SIZE / 3 && side < SIZE, "side " + side);
        assertEquals(side * side, covered, 2.0 * side, "a full square");
    }

    /** The light on a plane is the same everywhere but at its rim. */
    @Test
    void coloursAreThoseOfTheValues() {
        BufferedImage image = fromAbove(slope());
        int[] ends = ends(image, MIDDLE);
        float light = new Relief(Field.of("x0", "K", GRID, slope()), 0, new Range(0, 32)).light(16, 16);
        int[] table = ColourMap.viridis.table();
        for (double fraction : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
            Color expected = new Color(table[(int) Math.round(fraction * (table.length - 1))]);
            int x = (int) Math.round(ends[0] + fraction * (ends[1] - ends[0]));
            Color drawn = new Color(image.getRGB(x, MIDDLE));
            assertEquals(expected.getRed() * light, drawn.getRed(), 6, "red at " + fraction);
            assertEquals(expected.getGreen() * light, drawn.getGreen(), 6, "green at " + fraction);
            assertEquals(expected.getBlue() * light, drawn.getBlue(), 6, "blue at " + fraction);
        }
    }

    @Test
    void aMissingValueIsAHole() {
        float[] values = slope();
        values[16 * GRID.ny() + 16] = Float.NaN;
        BufferedImage image = fromAbove(values);
        int[] ends = ends(image, MIDDLE);
        int x = (ends[0] + ends[1]) / 2;
        assertFalse(isColoured(image, x + 1, MIDDLE + 1), "a hole in the middle");
        assertTrue(isColoured(image, x + 20, MIDDLE), "and nowhere else");
        assertTrue(isColoured(image, x, MIDDLE - 20), "and nowhere else");
    }

    /** From these angles jGL's matrices have no inverse. */
    @Test
    void numbersAreThereFromTheSideToo() {
        Field field = Field.of("x0", "K", GRID, slope());
        for (double azimuth : new double[] {-180, -90, 0, 90}) {
            BufferedImage image = shoot(field, Camera.ofDegrees(azimuth, 0));
            boolean below = IntStream.range(0, SIZE)
                    .anyMatch(x ->
                            IntStream.range(MIDDLE + 35, SIZE).anyMatch(y -> (image.getRGB(x, y) & 0xFF) < 0x80));
            assertTrue(below, "text below the box from " + azimuth);
        }
    }
}
