package org.physgrad.check;

/**
 * A clause of a contract, and what came of it.
 *
 * @param text what should hold
 * @param verdict whether it does
 * @param detail what was seen where it does not; empty otherwise
 */
public record Clause(String text, Verdict verdict, String detail) {

    /** What came of a clause. */
    public enum Verdict {
        /** It holds. */
        PASSED,
        /** It is not broken, but people should know. */
        NOTE,
        /** It is broken. */
        FAILED
    }

    /**
     * Tells whether the clause is broken.
     *
     * @return true if it is
     */
    public boolean failed() {
        return verdict == Verdict.FAILED;
    }
}
