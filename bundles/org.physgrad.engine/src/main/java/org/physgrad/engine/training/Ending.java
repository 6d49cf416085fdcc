package org.physgrad.engine.training;

/**
 * How a run ended.
 *
 * @param kind how
 * @param iteration the last iteration that was finished
 * @param reason what happened, for people; empty when the run is simply done
 */
public record Ending(Kind kind, int iteration, String reason) {

    /** How a run can end. */
    public enum Kind {
        /** All iterations are done. */
        DONE,
        /** Somebody cancelled it. */
        CANCELLED,
        /** A number stopped being finite. */
        DIVERGED
    }
}
