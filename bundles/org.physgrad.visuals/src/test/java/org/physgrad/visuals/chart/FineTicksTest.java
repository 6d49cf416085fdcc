package org.physgrad.visuals.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Range;

class FineTicksTest {

    @Test
    void aShortLogarithmicAxisHasNumbersBetweenPowersOfTen() {
        assertEquals(List.of(100.0, 200.0, 50.0, 70.0, 60.0, 80.0, 90.0), FineTicks.values(new Range(45, 230)));
        assertEquals(
                List.of(0.01, 0.02, 0.005, 0.007, 0.006, 0.008, 0.009), FineTicks.values(new Range(0.0045, 0.025)));
    }

    @Test
    void anAxisThatHasRoomIsLeftToTheLibrary() {
        assertTrue(FineTicks.isShort(new Range(400, 650), 1), "no power of ten");
        assertTrue(FineTicks.isShort(new Range(0.43, 1), 10), "nine tenths and one stand apart");
        assertFalse(FineTicks.isShort(new Range(0.43, 1), 4), "they would touch");
        assertFalse(FineTicks.isShort(new Range(0.1, 100), 20), "three powers of ten");
        assertFalse(FineTicks.isShort(new Range(0, 1), 20), "no logarithm");
    }

    @Test
    void powersAreWrittenWithTheDigitsOfTheNumbersBetweenThem() {
        assertEquals(1, FineTicks.decimals(List.of(1.0, 0.2)));
        assertEquals(3, FineTicks.decimals(List.of(0.01, 0.005)));
        assertEquals(0, FineTicks.decimals(List.of(10.0, 20.0)));
        assertEquals(0, FineTicks.decimals(List.of(1e-4, 2e-5)));
    }

    @Test
    void aLongAxisNeedsNone() {
        assertEquals(List.of(), FineTicks.values(new Range(1, 100)));
        assertEquals(List.of(), FineTicks.values(new Range(0.3, 5e4)));
    }

    @Test
    void anAxisWithoutExtentHasNone() {
        assertEquals(List.of(), FineTicks.values(new Range(5, 5)));
        assertEquals(List.of(), FineTicks.values(new Range(0, 0)));
        assertEquals(List.of(), FineTicks.values(new Range(400, 650)), "XChart numbers it");
    }

    @Test
    void numbersAreWrittenAsPeopleWould() {
        assertEquals("20", FineTicks.text(20));
        assertEquals("0.05", FineTicks.text(0.05));
        assertEquals("2e-06", FineTicks.text(2e-6));
    }
}
