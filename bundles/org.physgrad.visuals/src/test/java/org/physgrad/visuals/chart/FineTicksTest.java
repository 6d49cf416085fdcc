package org.physgrad.visuals.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
