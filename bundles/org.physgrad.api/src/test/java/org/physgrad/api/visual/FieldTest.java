package org.physgrad.api.visual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FieldTest {

    private static final Axis TIME = new Axis("t", "s", 0, 0.25);

    @Test
    void isIndependentOfTheArraysThatGoInAndComeOut() {
        float[] values = {1, 2, 3, 4, 5, 6};
        Field field = Field.of("x0", "K", FieldGrid.still(2, 3, 1), values);
        values[0] = 100;
        field.plane(0, 0)[1] = 100;
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, field.heights(0));
        assertEquals(6, field.value(0, 1, 2, 0));
    }

    @Test
    void framesAndComponentsAreApart() {
        FieldGrid grid = FieldGrid.still(1, 2, 2).withFrames(2, TIME);
        Field field = Field.of("v", "", grid, new float[] {3, 4, 0, 0, 5, 12, 8, 6});
        assertTrue(field.isVector());
        assertArrayEquals(new float[] {4, 0}, field.plane(0, 1));
        assertArrayEquals(new float[] {5, 0}, field.heights(0));
        assertArrayEquals(new float[] {13, 10}, field.heights(1));
        assertEquals(new Range(0, 13), field.range());
    }

    @Test
    void differencesLieAboutZero() {
        FieldGrid grid = FieldGrid.still(1, 3, 1);
        Field a = Field.of("x0", "K", grid, new float[] {1, 2, Float.NaN});
        Field b = Field.of("x*", "K", grid, new float[] {0, 5, 1});
        Field difference = a.minus(b);
        assertEquals("x0 - x*", difference.name());
        assertTrue(difference.isDifference());
        assertFalse(a.isDifference());
        assertEquals(new Range(-3, 3), difference.range());
        assertEquals(new Range(1, 2), a.range());
        assertEquals(new Range(0, 5), a.range().union(b.range()).union(new Range(1, 1)));
    }

    @Test
    void rangeOfValuesThatAreAllTheSameOrMissingIsStillARange() {
        Field missing = Field.of("x0", "", FieldGrid.still(1, 1, 1), new float[] {Float.POSITIVE_INFINITY});
        assertEquals(new Range(0, 0), missing.range());
        assertEquals(0.5, new Range(2, 2).fraction(2));
        assertTrue(Double.isNaN(new Range(0, 1).fraction(Double.NaN)));
    }

    @Test
    void refusesWhatDoesNotFit() {
        FieldGrid grid = FieldGrid.still(2, 2, 1);
        assertMessage(
                "field x0 has 3 values, expected 4 for [1, 2, 2, 1]", () -> Field.of("x0", "", grid, new float[3]));
        assertMessage("expected [frames, nx, ny, components]", () -> FieldGrid.still(2, 2, 3));
        Field still = Field.of("x0", "", grid, new float[4]);
        Field moving = Field.of("y", "", grid.withFrames(2, TIME), new float[8]);
        assertMessage("x0 has shape [1, 2, 2, 1], y has [2, 2, 2, 1]", () -> still.minus(moving));
        assertMessage("expected a field of vectors", () -> Scene.of(still).withArrows(still));
        assertMessage("2 values over 1 parameters", () -> Points.of("x0", "", "a", new float[1], new float[2]));
        assertMessage("finite bounds in order", () -> new Range(1, 0));
        assertMessage("expected a step above 0", () -> new Axis("x", "", 0, 0));
    }

    private static void assertMessage(String part, Runnable action) {
        String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
