package org.physgrad.report.page;

import java.io.IOException;
import java.io.Writer;

/**
 * A table of the page for a file.
 *
 * @param name file name without ending
 * @param content writes it as comma-separated values
 */
public record Tabulated(String name, Content content) {

    /** Writes a table. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes everything.
         *
         * @param out where to; stays open
         * @throws IOException if it cannot be written
         */
        void writeTo(Writer out) throws IOException;
    }
}
