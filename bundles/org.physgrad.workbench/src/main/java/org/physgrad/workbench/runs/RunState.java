package org.physgrad.workbench.runs;

import java.util.Locale;
import org.physgrad.engine.training.Ending;

/** Where a run stands. */
public enum RunState {
    /** It waits for its turn. */
    QUEUED,
    /** It trains. */
    RUNNING,
    /** It waits between two iterations. */
    PAUSED,
    /** Another process trains it; what is known of it is what its folder held when it was opened. */
    ELSEWHERE,
    /** All iterations are done. */
    DONE,
    /** Somebody cancelled it, or its process ended before it did; it can be resumed. */
    CANCELLED,
    /** A number stopped being finite. */
    DIVERGED,
    /** A part or the disk failed. */
    FAILED;

    /** Whether the run is in the queue or trains. */
    public boolean active() {
        return this == QUEUED || this == RUNNING || this == PAUSED;
    }

    /** The word for it, in lower case. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(Ending.Kind kind) {
        return valueOf(kind.name());
    }
}
