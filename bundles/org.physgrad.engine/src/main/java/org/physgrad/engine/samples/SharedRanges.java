package org.physgrad.engine.samples;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Snapshot;

/** The colour ranges of a snapshot: causes share one, effects share one, and differences of causes share one, so that equal colours are equal values. */
public final class SharedRanges {

    private static final Map<String, String> FAMILIES = Map.of(
            Quantity.INFERRED_CAUSE,
            "causes",
            Quantity.IMPROVED_CAUSE,
            "causes",
            Quantity.TRUE_CAUSE,
            "causes",
            Quantity.EFFECT,
            "effects",
            AnsweredExample.IMPROVED_EFFECT,
            "effects",
            Quantity.OBSERVATION,
            "effects",
            Quantity.INFERRED_CAUSE + " - " + Quantity.TRUE_CAUSE,
            "differences",
            Quantity.IMPROVED_CAUSE + " - " + Quantity.TRUE_CAUSE,
            "differences",
            Quantity.PHYSICAL_GRADIENT,
            "differences");

    private final Map<String, Range> ranges = new HashMap<>();

    /**
     * Finds the ranges of an example.
     *
     * @param snapshot the example
     */
    public SharedRanges(Snapshot snapshot) {
        for (Quantity quantity : snapshot.quantities()) {
            if (quantity instanceof Field field) {
                ranges.merge(family(field), field.range(), Range::union);
            }
        }
    }

    /**
     * Gives the range that a quantity shares.
     *
     * @param quantity a quantity of the example
     * @return the range; empty for points
     */
    public Optional<Range> of(Quantity quantity) {
        return Optional.ofNullable(ranges.get(family(quantity)));
    }

    private static String family(Quantity quantity) {
        return FAMILIES.getOrDefault(quantity.name(), quantity.name());
    }
}
