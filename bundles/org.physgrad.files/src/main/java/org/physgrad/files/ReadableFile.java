package org.physgrad.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells why a file cannot be read, in words for people. */
final class ReadableFile {

    private ReadableFile() {}

    static void check(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileFormatException(
                    file, Files.exists(file) ? "is not a file" : "does not exist; check the path");
        }
        if (!Files.isReadable(file)) {
            throw new FileFormatException(file, "may not be read: check its permissions");
        }
    }
}
