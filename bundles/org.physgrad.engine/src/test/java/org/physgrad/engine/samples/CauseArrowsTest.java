package org.physgrad.engine.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;

/** Effects show what has caused them. */
class CauseArrowsTest {

    private final Field inferred = field(Quantity.INFERRED_CAUSE, 3, 2);
    private final Field truth = field(Quantity.TRUE_CAUSE, 3, 2);
    private final Field effect = field(Quantity.EFFECT, 3, 1);
    private final Field observation = field(Quantity.OBSERVATION, 3, 1);

    @Test
    void velocitiesLieOverTheMarkersThatTheyHaveCarried() {
        Snapshot snapshot = new Snapshot(1, 0, List.of(inferred, truth, effect, observation));
        assertEquals(Optional.of(inferred), CauseArrows.over(snapshot, effect));
        assertEquals(Optional.of(truth), CauseArrows.over(snapshot, observation));
        assertEquals(Optional.empty(), CauseArrows.over(snapshot, inferred), "it has arrows of its own");
    }

    @Test
    void anUnknownCauseOneOfNumbersOrOnOtherCellsGivesNone() {
        assertEquals(
                Optional.empty(), CauseArrows.over(new Snapshot(1, 0, List.of(inferred, observation)), observation));
        for (Field cause : List.of(field(Quantity.INFERRED_CAUSE, 3, 1), field(Quantity.INFERRED_CAUSE, 4, 2))) {
            assertEquals(Optional.empty(), CauseArrows.over(new Snapshot(1, 0, List.of(cause, effect)), effect));
        }
    }

    private static Field field(String name, int cells, int components) {
        return Field.of(name, "", FieldGrid.still(cells, 1, components), new float[cells * components]);
    }
}
