package org.physgrad.engine.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Snapshot;

/** Equal colours are equal values. */
class SharedRangesTest {

    private final Field inferred = field(Quantity.INFERRED_CAUSE, -1, 2);
    private final Field truth = field(Quantity.TRUE_CAUSE, 0, 5);
    private final Field effect = field(Quantity.EFFECT, 10, 20);

    @Test
    void causesShareARangeThatEffectsDoNotTouch() {
        SharedRanges ranges = new SharedRanges(new Snapshot(1, 0, List.of(inferred, truth, effect)));
        assertEquals(Optional.of(new Range(-1, 5)), ranges.of(inferred));
        assertEquals(Optional.of(new Range(-1, 5)), ranges.of(truth));
        assertEquals(Optional.of(new Range(10, 20)), ranges.of(effect));
    }

    @Test
    void differencesLieAboutZero() {
        Field difference = inferred.minus(truth);
        SharedRanges ranges = new SharedRanges(new Snapshot(1, 0, List.of(inferred, truth, difference)));
        assertEquals(Optional.of(new Range(-3, 3)), ranges.of(difference));
    }

    @Test
    void pointsHaveAxesOfTheirOwn() {
        Points points = Points.of(Quantity.INFERRED_CAUSE, "", "a", new float[] {1}, new float[] {2});
        assertEquals(Optional.empty(), new SharedRanges(new Snapshot(1, 0, List.of(points))).of(points));
    }

    private static Field field(String name, float... values) {
        return Field.of(name, "", FieldGrid.still(1, values.length, 1), values);
    }
}
