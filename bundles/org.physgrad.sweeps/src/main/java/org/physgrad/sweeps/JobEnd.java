package org.physgrad.sweeps;

/**
 * How the work on a job ended.
 *
 * @param job name of the job
 * @param kind how
 * @param reason what happened, for people; empty if nothing did
 */
public record JobEnd(String job, Kind kind, String reason) {

    /** How the work on a job can end. */
    public enum Kind {
        /** All iterations are done. */
        DONE,
        /** A number stopped being finite. */
        DIVERGED,
        /** Somebody cancelled it; its checkpoint is kept. */
        CANCELLED,
        /** Something was thrown, or the process died. */
        FAILED;

        static Kind of(JobState state) {
            return state == JobState.DONE ? DONE : DIVERGED;
        }
    }
}
