package org.physgrad.math;

import java.util.random.RandomGenerator;
import org.physgrad.api.RandomStreams;

/** The random numbers of one iteration of a run: streams of a counter-based generator keyed by seed, iteration, purpose and example. */
public final class PhiloxStreams implements RandomStreams {

    private final long seed;
    private final int iteration;

    /**
     * Opens the streams of one iteration.
     *
     * @param seed the run's seed
     * @param iteration the iteration, from 1; 0 is for what comes before the first
     */
    public PhiloxStreams(long seed, int iteration) {
        this.seed = seed;
        this.iteration = iteration;
    }

    @Override
    public RandomGenerator stream(String purpose, int example) {
        return new Philox(seed, example, iteration, purpose.hashCode());
    }
}
