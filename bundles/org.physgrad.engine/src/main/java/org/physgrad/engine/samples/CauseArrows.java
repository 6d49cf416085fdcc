package org.physgrad.engine.samples;

import java.util.Map;
import java.util.Optional;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Snapshot;

/** The vectors to draw over an effect: the cause that it is the effect of, such as the velocity over the marker that it has carried. */
public final class CauseArrows {

    private static final Map<String, String> CAUSES = Map.of(
            Quantity.EFFECT,
            Quantity.INFERRED_CAUSE,
            AnsweredExample.IMPROVED_EFFECT,
            Quantity.IMPROVED_CAUSE,
            Quantity.OBSERVATION,
            Quantity.TRUE_CAUSE);

    private CauseArrows() {}

    /**
     * Finds them.
     *
     * @param snapshot the example
     * @param quantity a quantity of the example
     * @return its cause, where that is a field of vectors on the same cells and the quantity one of numbers
     */
    public static Optional<Field> over(Snapshot snapshot, Quantity quantity) {
        if (!(quantity instanceof Field effect) || effect.isVector() || !CAUSES.containsKey(effect.name())) {
            return Optional.empty();
        }
        return snapshot.find(CAUSES.get(effect.name()))
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .filter(Field::isVector)
                .filter(cause -> cause.grid().nx() == effect.grid().nx()
                        && cause.grid().ny() == effect.grid().ny());
    }
}
