package org.physgrad.sweeps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Median and quartiles over seeds. */
class BandTest {

    @Test
    void quartilesLieBetweenTheSortedValues() {
        assertEquals(new Band(4, 1, 1.75, 2.5, 4.25, 8), Band.of(8, 1, 3, 2));
        assertEquals(new Band(1, 7, 7, 7, 7, 7), Band.of(7));
    }

    @Test
    void valuesThatAreNotFiniteDoNotSpoilTheRest() {
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(new Band(3, 1, 1.5, 2, infinity, infinity), Band.of(infinity, 1, 2));
    }
}
