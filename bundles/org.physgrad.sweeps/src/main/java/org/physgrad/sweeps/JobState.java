package org.physgrad.sweeps;

/** How far a job is. */
public enum JobState {
    /** There is nothing yet to go on from. */
    WAITING,
    /** There is a checkpoint to go on from. */
    PARTIAL,
    /** All iterations are done. */
    DONE,
    /** A number stopped being finite, which it would do again. */
    DIVERGED;

    /** Whether there is nothing left to do. */
    public boolean finished() {
        return this == DONE || this == DIVERGED;
    }
}
