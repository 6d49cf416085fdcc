package org.physgrad.visuals.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.View;
import org.physgrad.visuals.colour.ColourMap;
import org.physgrad.visuals.colour.Colours;
import org.physgrad.visuals.relief.Camera;
import org.physgrad.visuals.relief.Relief;

class SurfaceVisualTest {

    private final SurfaceVisual visual = new SurfaceVisual(new Colours(ColourMap.viridis, ColourMap.coolwarm), -37, 34);

    private static Field hill(int n) {
        float[] values = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double x = 4.0 * i / n - 2;
                double y = 4.0 * j / n - 2;
                values[i * n + j] = (float) Math.exp(-x * x - y * y);
            }
        }
        return Field.of("x0", "", FieldGrid.still(n, n, 1), values);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** Seen from straight above, a flat surface fills its square, without holes. */
    @Test
    void aFlatSurfaceFromAboveCoversItsSquareWithoutHoles() {
        FieldGrid grid = FieldGrid.still(33, 33, 1);
        Projection projection = new Projection(Camera.ofDegrees(0, 90), 100, 100, 200);
        int[] white = new int[ColourMap.SIZE];
        Arrays.fill(white, 0xFFFFFFFF);
        Relief flat = new Relief(Field.of("flat", "", grid, new float[33 * 33]), 0, new Range(0, 0));
        BufferedImage image = new SurfaceRenderer().render(flat, white, projection, 200, 200);
        int[] rows = new int[200];
        int covered = 0;
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                int alpha = image.getRGB(x, y) >>> 24;
                rows[y] += alpha == 255 ? 1 : 0;
                covered += alpha == 255 ? 1 : 0;
            }
        }
        int side = rows[100];
        assertTrue(side > 100 && side < 200, "side " + side);
        assertEquals(side * side, covered, 2.0 * side, "a full square");
        int[] filled = Arrays.stream(rows).filter(row -> row > 0).distinct().toArray();
        assertTrue(filled.length <= 2, "rows of the same length");
    }

    /** What lies in front hides what is behind, in whichever order the triangles come. */
    @Test
    void theNearestTriangleStays() {
        Vertices vertices = new Vertices(2, 3);
        float[] across = {0, 0, 30, 0, 0, 30};
        float[] down = {0, 30, 0, 0, 30, 0};
        System.arraycopy(across, 0, vertices.across, 0, 6);
        System.arraycopy(down, 0, vertices.down, 0, 6);
        Arrays.fill(vertices.depth, 0, 3, 1);
        Arrays.fill(vertices.depth, 3, 6, 2);
        Arrays.fill(vertices.colour, 3, 6, 1);
        Arrays.fill(vertices.light, 1);
        int[] colours = {0xFFFF0000, 0xFF0000FF};
        for (int[] order : new int[][] {{0, 3}, {3, 0}}) {
            DepthRaster raster = new DepthRaster(32, 32);
            raster.clear();
            for (int first : order) {
                raster.fill(vertices, first, first + 1, first + 2, colours);
            }
            assertEquals(0xFFFF0000, raster.image().getRGB(5, 5));
            assertEquals(0, raster.image().getRGB(31, 31));
        }
    }

    @Test
    void missingValuesLeaveAHoleAndNothingElse() {
        Field whole = hill(16);
        float[] values = whole.plane(0, 0);
        values[8 * 16 + 8] = Float.NaN;
        Field holed = Field.of("x0", "", whole.grid(), values);
        int[] a = pixels(visual.image(Scene.of(whole).withRange(new Range(0, 1)), 300, 240));
        int[] b = pixels(visual.image(Scene.of(holed).withRange(new Range(0, 1)), 300, 240));
        assertFalse(Arrays.equals(a, b));
    }

    /** No display is needed: a component without a window takes events and paints. */
    @Test
    void turnsWithTheMouseAndKeepsTheTurnWhenTheFieldChanges() throws Exception {
        EventQueue.invokeAndWait(() -> {
            View view = visual.view();
            view.component().setSize(300, 240);
            view.show(Scene.of(hill(16)));
            int[] before = pixels(view.picture());
            assertArrayEquals(before, pixels(visual.image(Scene.of(hill(16)), 300, 240)));
            drag(view.component(), 100, 100, 160, 120);
            int[] turned = pixels(view.picture());
            assertFalse(Arrays.equals(before, turned), "the surface turned");
            view.show(Scene.of(hill(32)));
            view.show(Scene.of(hill(16)));
            assertArrayEquals(turned, pixels(view.picture()), "the turn stays");
        });
    }

    private static void drag(Component component, int fromX, int fromY, int toX, int toY) {
        component.dispatchEvent(mouse(component, MouseEvent.MOUSE_PRESSED, fromX, fromY));
        component.dispatchEvent(mouse(component, MouseEvent.MOUSE_DRAGGED, toX, toY));
        component.dispatchEvent(mouse(component, MouseEvent.MOUSE_RELEASED, toX, toY));
    }

    private static MouseEvent mouse(Component component, int kind, int x, int y) {
        return new MouseEvent(component, kind, 0, MouseEvent.BUTTON1_DOWN_MASK, x, y, 1, false, MouseEvent.BUTTON1);
    }
}
