package org.physgrad.visual.jzy3d;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Range;

class AxisTicksTest {

    private static List<String> texts(Range range) {
        AxisTicks ticks = new AxisTicks(range, 0.5, 4);
        return Arrays.stream(ticks.generateTicks(-0.25, 0.25))
                .mapToObj(ticks::format)
                .toList();
    }

    /** A float could not tell these numbers apart. */
    @Test
    void smallDifferencesOfLargeNumbersStayReadable() {
        assertEquals(List.of("50000.00", "50000.05", "50000.10"), texts(new Range(50000, 50000.1)));
    }

    @Test
    void aSingleValueHasItsNumberInTheMiddle() {
        AxisTicks ticks = new AxisTicks(new Range(3, 3), 0.5, 4);
        assertEquals(0, ticks.generateTicks(-0.25, 0.25)[0]);
        assertEquals(List.of("3"), texts(new Range(3, 3)));
    }
}
