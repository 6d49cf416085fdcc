package org.physgrad.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Words failures of the file system for people: Java's own message is often nothing but the path. */
public final class FileFailure {

    private static final Map<Class<? extends FileSystemException>, String> REASONS = Map.of(
            NoSuchFileException.class, "there is no such file or folder",
            AccessDeniedException.class, "permission denied",
            FileAlreadyExistsException.class, "it exists already",
            NotDirectoryException.class, "it is not a folder",
            DirectoryNotEmptyException.class, "the folder is not empty",
            FileSystemLoopException.class, "its links lead in a circle");

    private FileFailure() {}

    /**
     * Says why, for a message that names the file already.
     *
     * @param failure what was thrown
     * @return a clause; the file's name is not in it if the failure keeps the two apart
     */
    public static String reason(IOException failure) {
        if (failure instanceof FileSystemException inFile) {
            String known = REASONS.get(failure.getClass());
            if (known != null || inFile.getReason() != null) {
                return known != null ? known : inFile.getReason();
            }
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /**
     * Says which file and why.
     *
     * @param failure what was thrown
     * @return a sentence
     */
    public static String describe(IOException failure) {
        return failure instanceof FileSystemException inFile && inFile.getFile() != null
                ? inFile.getFile() + ": " + reason(failure)
                : reason(failure);
    }
}
