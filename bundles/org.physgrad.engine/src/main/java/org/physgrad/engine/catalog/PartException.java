package org.physgrad.engine.catalog;

/** A part could not be made. The message is for people. */
public final class PartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong and what to do
     * @param cause what the part threw, or null
     */
    public PartException(String message, Throwable cause) {
        super(message, cause);
    }
}
