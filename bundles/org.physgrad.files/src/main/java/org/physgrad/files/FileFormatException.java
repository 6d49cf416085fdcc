package org.physgrad.files;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not what it should be. The message is for people and starts with the file's name. */
public final class FileFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param file the file
     * @param message what is wrong and what to do, as a clause that follows the file's name
     */
    public FileFormatException(Path file, String message) {
        this(file.toString(), message);
    }

    /**
     * Says what is wrong.
     *
     * @param location the file as a user writes it, also an array in a file
     * @param message what is wrong and what to do, as a clause that follows the location
     */
    public FileFormatException(String location, String message) {
        super(location + " " + message);
    }
}
