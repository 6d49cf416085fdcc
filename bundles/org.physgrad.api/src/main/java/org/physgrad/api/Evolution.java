package org.physgrad.api;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What happened between cause and effect: the states that a simulation went through, the first and the last among them.
 *
 * @param step time between two frames, in the simulator's unit of time
 * @param states states by name, each {@code [batch, frames, ...]} with the same number of frames, such as {@code marker}, {@code [batch, frames,
 *     nx, ny]}, and {@code velocity} at the centres of the cells, {@code [batch, frames, nx, ny, 2]}
 */
public record Evolution(double step, Map<String, INDArray> states) {

    /** Checks the states and copies the map. */
    public Evolution {
        if (!(step > 0)) {
            throw new IllegalArgumentException("time step " + step + ", expected more than 0");
        }
        states = Map.copyOf(Objects.requireNonNull(states, "states"));
        if (states.values().stream().map(state -> state.size(1)).distinct().count() != 1) {
            throw new IllegalArgumentException("states with different numbers of frames, or none");
        }
    }
}
