package org.physgrad.visuals.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;

class ImageVisualTest {

    private final ImageVisual visual = new ImageVisual(new Colours(ColourMap.viridis, ColourMap.coolwarm), 4);

    /** One hot cell at the end of x and the beginning of y. */
    private static Field corner() {
        float[] values = new float[16];
        values[3 * 4] = 1;
        return Field.of("x0", "K", FieldGrid.still(4, 4, 1), values);
    }

    private static int count(BufferedImage image, int colour, int fromX, int toX, int fromY, int toY) {
        return (int) IntStream.range(fromY, toY)
                .mapToLong(y -> IntStream.range(fromX, toX)
                        .filter(x -> image.getRGB(x, y) == colour)
                        .count())
                .sum();
    }

    @Test
    void drawsXToTheRightAndYUpwards() {
        BufferedImage image = visual.image(Scene.of(corner()), 400, 300);
        int hot = 0xFFFDE725;
        assertEquals(0, count(image, hot, 0, 180, 0, 300), "left half");
        assertEquals(0, count(image, hot, 0, 320, 0, 150), "upper half without the colour bar");
        assertTrue(count(image, hot, 180, 320, 150, 300) > 1500, "lower right");
    }

    @Test
    void aSmallPictureGivesItsRoomToTheCells() {
        float[] values = new float[16];
        Arrays.fill(values, 0, 8, 1f);
        Field half = Field.of("x0", "", FieldGrid.still(4, 4, 1), values);
        BufferedImage image = visual.image(Scene.of(half), 180, 84);
        int hot = 0xFFFDE725;
        assertTrue(count(image, hot, 0, 180, 0, 84) > 25 * 50, "half of the cells, of 50 x 50 pixels and more");
    }

    @Test
    void aRangeAndAnAppearanceChangeThePicture() {
        Scene wide = Scene.of(corner()).withRange(new Range(0, 100)).withAppearance(Appearance.DARK.withPixelScale(2));
        BufferedImage image = visual.image(wide, 200, 150);
        assertEquals(400, image.getWidth());
        assertEquals(Appearance.DARK.background().getRGB(), image.getRGB(0, 0));
        assertEquals(0, count(image, 0xFFFDE725, 0, 320, 0, 300), "nothing reaches the top of the range");
    }

    @Test
    void vectorsHaveArrows() {
        float[] values = new float[2 * 64];
        for (int cell = 0; cell < 64; cell++) {
            values[2 * cell] = 1;
        }
        Field wind = Field.of("v", "", FieldGrid.still(8, 8, 2), values);
        ImageVisual plain = new ImageVisual(new Colours(ColourMap.viridis, ColourMap.coolwarm), 0);
        assertTrue(differences(visual, plain, Scene.of(wind)) > 500, "arrows over lengths");
        Scene scalar = Scene.of(Field.of("m", "", FieldGrid.still(8, 8, 1), new float[64]));
        assertEquals(0, differences(visual, plain, scalar), "a scalar field has no arrows");
        assertTrue(differences(visual, plain, scalar.withArrows(wind)) > 500, "arrows over another field");
    }

    private static int differences(ImageVisual one, ImageVisual other, Scene scene) {
        BufferedImage a = one.image(scene, 400, 300);
        BufferedImage b = other.image(scene, 400, 300);
        int count = 0;
        for (int x = 0; x < a.getWidth(); x++) {
            for (int y = 0; y < a.getHeight(); y++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    @Test
    void refusesPointsByName() {
        Points points = Points.of("x0", "", "a", new float[1], new float[1]);
        String reason = visual.refuses(points).orElseThrow();
        assertTrue(reason.contains("x0") && reason.contains("fields"), reason);
        Scene scene = Scene.of(points);
        assertThrows(IllegalArgumentException.class, () -> visual.image(scene, 100, 100));
    }
}
