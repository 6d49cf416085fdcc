package org.physgrad.paper;

/** What a measurement says of a claim. */
public enum Verdict {
    /** The criterion is met. */
    REPRODUCED("reproduced"),
    /** It is not met. */
    NOT_REPRODUCED("**not reproduced**"),
    /** Nothing was measured yet that could decide. */
    NOT_RUN("not run");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    static Verdict of(boolean met) {
        return met ? REPRODUCED : NOT_REPRODUCED;
    }

    @Override
    public String toString() {
        return text;
    }
}
