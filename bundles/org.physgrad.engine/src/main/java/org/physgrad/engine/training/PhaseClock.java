package org.physgrad.engine.training;

import java.util.EnumMap;
import java.util.Map;

/** Measures the phases of one iteration. */
final class PhaseClock {

    private final long start = System.nanoTime();
    private long before = start;
    private final Map<Phase, Double> seconds = new EnumMap<>(Phase.class);

    /** Ends a phase: what passed since the one before belongs to it. */
    void end(Phase phase) {
        long now = System.nanoTime();
        seconds.merge(phase, (now - before) * 1e-9, Double::sum);
        before = now;
    }

    double wallSeconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    Map<Phase, Double> secondsByPhase() {
        return seconds;
    }
}
