package org.physgrad.engine.inference;

import java.util.Map;

/**
 * What improves the answers of a network.
 *
 * @param solver type name of an inverse solver
 * @param settings its parameters by name, as {@link org.physgrad.engine.experiment.PartReader} takes them
 * @param steps how often to call it, each time with the last result; at least 1
 */
public record Refinement(String solver, Map<String, String> settings, int steps) {

    /** Copies the map. */
    public Refinement {
        settings = Map.copyOf(settings);
    }
}
