package org.physgrad.workbench.runs;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.samples.SnapshotReader;
import org.physgrad.engine.training.Sample;

/**
 * Lets the window look at one example of what trains: copies it at most ten times a second, and not at all while nobody looks.
 */
final class ExampleTap {

    private static final long BETWEEN_SAMPLES = Duration.ofMillis(100).toNanos();

    private volatile OptionalInt watched = OptionalInt.empty();
    private volatile Optional<Snapshot> newest = Optional.empty();
    // Only the thread that trains uses these.
    private int asked = -1;
    private boolean answer;
    private long last = System.nanoTime() - BETWEEN_SAMPLES;

    /** Looks at an example from now on, or at none. */
    void watch(OptionalInt example) {
        watched = example;
    }

    /** The example as it was copied last. */
    Optional<Snapshot> newest() {
        return newest;
    }

    /** Tells whether to copy; the same for each question about one iteration. */
    boolean wants(int iteration) {
        if (iteration != asked) {
            asked = iteration;
            answer = watched.isPresent() && System.nanoTime() - last >= BETWEEN_SAMPLES;
        }
        return answer;
    }

    void copy(Sample sample, SnapshotReader reader) {
        watched.ifPresent(example -> newest = Optional.of(reader.read(sample, example)));
        last = System.nanoTime();
    }
}
