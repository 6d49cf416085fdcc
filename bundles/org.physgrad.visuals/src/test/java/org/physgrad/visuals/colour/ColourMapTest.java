package org.physgrad.visuals.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Range;

class ColourMapTest {

    @Test
    void endsAreThePublishedOnes() {
        Range range = new Range(-1, 1);
        assertEquals(0xFF440154, ColourMap.viridis.colour(-1, range));
        assertEquals(0xFFFDE725, ColourMap.viridis.colour(5, range));
        assertEquals(0xFF000004, ColourMap.magma.colour(-1, range));
        assertEquals(0xFFFCFDBF, ColourMap.magma.colour(1, range));
        assertEquals(ColourMap.MISSING, ColourMap.magma.colour(Double.NaN, range));
    }

    @Test
    void coolwarmIsMorelandsTable() {
        int[] colours = ColourMap.coolwarm.table();
        assertNear(0x3B4CC0, colours[0]);
        assertNear(0xDDDDDD, colours[128]);
        assertNear(0xB40426, colours[255]);
        assertNear(0x8DB0FE, colours[64]);
        assertNear(0xF4987A, colours[191]);
    }

    /** The published table has 33 rows; between them it is interpolated. */
    private static void assertNear(int expected, int colour) {
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = Math.abs(((expected >> shift) & 0xFF) - ((colour >> shift) & 0xFF));
            assertTrue(difference <= 3, Integer.toHexString(expected) + " and " + Integer.toHexString(colour));
        }
    }
}
