package org.physgrad.workbench.spi;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that people should know.
 *
 * @param level how much it matters
 * @param message what is the matter and what to do, one or two sentences
 * @param details more on it, such as where in the program it happened; empty for none
 */
public record Notice(Level level, String message, String details) {

    /** How much a notice matters. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** Something is not as it should be. */
        WARNING,
        /** Something failed. */
        ERROR
    }

    /**
     * Tells something good to know.
     *
     * @param message what
     * @return the notice
     */
    public static Notice info(String message) {
        return new Notice(Level.INFO, message, "");
    }

    /**
     * Tells of something that is not as it should be.
     *
     * @param message what, and what to do
     * @return the notice
     */
    public static Notice warning(String message) {
        return new Notice(Level.WARNING, message, "");
    }

    /**
     * Tells of a failure.
     *
     * @param message what failed, and what to do
     * @param cause what was thrown, for the details
     * @return the notice
     */
    public static Notice error(String message, Throwable cause) {
        StringWriter details = new StringWriter();
        cause.printStackTrace(new PrintWriter(details));
        return new Notice(Level.ERROR, message, details.toString());
    }
}
