package org.physgrad.report.runs;

import java.util.List;
import java.util.Optional;
import org.physgrad.sweeps.Band;

/**
 * When the runs of a group came to a value.
 *
 * @param seeds number of runs
 * @param iterations the first iteration, of each run that came there
 * @param seconds wall time [s] that it took them
 */
public record Reach(int seeds, List<Integer> iterations, List<Double> seconds) {

    /** Copies the lists. */
    public Reach {
        iterations = List.copyOf(iterations);
        seconds = List.copyOf(seconds);
    }

    /** Tells whether every run came there. */
    public boolean byAll() {
        return iterations.size() == seeds;
    }

    /** Scatter of the iterations over the runs that came there; empty if none did. */
    public Optional<Band> iteration() {
        return band(iterations.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    /** Scatter of the wall time [s] over the runs that came there; empty if none did. */
    public Optional<Band> time() {
        return band(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Optional<Band> band(double[] values) {
        return values.length == 0 ? Optional.empty() : Optional.of(Band.of(values));
    }
}
