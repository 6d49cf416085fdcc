package org.physgrad.api;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Random numbers that depend on nothing but the run's seed, the iteration, a purpose and the example: a resumed run, another thread count or
 * another order of calls draws the same numbers.
 */
@ProviderType
public interface RandomStreams {

    /**
     * Opens the stream of one example.
     *
     * @param purpose what the numbers are for, such as {@code "rectangles"}; different purposes give independent streams
     * @param example index of the example in the batch, from 0
     * @return a generator that starts at the first number of that stream
     */
    RandomGenerator stream(String purpose, int example);

    /**
     * Opens a stream that a whole batch shares.
     *
     * @param purpose what the numbers are for
     * @return a generator that starts at the first number of that stream
     */
    default RandomGenerator stream(String purpose) {
        return stream(purpose, -1);
    }
}
