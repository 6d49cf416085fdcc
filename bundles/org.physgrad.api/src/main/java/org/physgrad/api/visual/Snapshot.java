package org.physgrad.api.visual;

import java.util.List;
import java.util.Optional;

/**
 * What one example looked like at one iteration.
 *
 * @param iteration number of iterations made, 0 before the first
 * @param example index of the example in its batch
 * @param quantities its quantities, in the order in which people want to read them
 */
public record Snapshot(long iteration, int example, List<Quantity> quantities) {

    /** Copies the list. */
    public Snapshot {
        quantities = List.copyOf(quantities);
    }

    /**
     * Looks up a quantity.
     *
     * @param name its name
     * @return the quantity, empty if the snapshot has none of that name
     */
    public Optional<Quantity> find(String name) {
        return quantities.stream()
                .filter(quantity -> quantity.name().equals(name))
                .findFirst();
    }
}
