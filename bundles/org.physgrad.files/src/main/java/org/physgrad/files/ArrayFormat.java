package org.physgrad.files;

import java.io.IOException;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** A format of files that hold arrays. */
interface ArrayFormat {

    /** Its name, for people. */
    String name();

    /** What the names of its files end in, in lower case and with the dot. */
    List<String> extensions();

    /** Whether a file holds several arrays, each with a name. */
    default boolean hasDatasets() {
        return false;
    }

    /** Whether such files are written, too. */
    default boolean isWritten() {
        return true;
    }

    /**
     * Opens an array.
     *
     * @throws IOException if it cannot be read; the message is for people and names the file
     */
    ArrayReader open(ArrayLocation location) throws IOException;

    /**
     * Refuses, before any work is done, what cannot be written.
     *
     * @throws IOException if it cannot; the message is for people
     */
    default void check(ArrayLocation location) throws IOException {
        WholeFile.check(location.file());
    }

    /**
     * Begins a file that {@link #check} lets pass.
     *
     * @throws IOException if it cannot be written; the message is for people
     */
    ArrayWriter create(ArrayLocation location, DataType type, long... shape) throws IOException;
}
