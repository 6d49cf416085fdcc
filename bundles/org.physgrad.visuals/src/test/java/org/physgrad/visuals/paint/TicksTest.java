package org.physgrad.visuals.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Range;

class TicksTest {

    private static List<String> texts(double low, double high, int most) {
        Ticks ticks = Ticks.of(new Range(low, high), most);
        return ticks.values().stream().map(ticks::text).toList();
    }

    @Test
    void areRoundNumbersWithTheDigitsTheyNeed() {
        assertEquals(List.of("0", "20", "40", "60"), texts(-0.5, 63.5, 4));
        assertEquals(List.of("-1.0", "-0.5", "0.0", "0.5", "1.0"), texts(-1, 1, 4));
        assertEquals(List.of("0", "1e-5", "2e-5"), List.copyOf(plain(texts(0, 2e-5, 2))));
        assertEquals(List.of("3"), texts(3, 3, 5), "a range of one value");
    }

    private static List<String> plain(List<String> texts) {
        return texts.stream().map(text -> text.replace("e-0", "e-")).toList();
    }
}
