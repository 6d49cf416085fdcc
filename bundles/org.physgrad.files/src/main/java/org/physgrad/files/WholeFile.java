package org.physgrad.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all: under a temporary name beside the file, renamed when all is there. */
public final class WholeFile {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes everything.
         *
         * @param out where to; closed by the caller
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Checks, before long work for it, that a file can be written.
     *
     * @param file the file; one that exists would be replaced
     * @throws IOException if it cannot; the message is for people
     */
    public static void check(Path file) throws IOException {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw new FileFormatException(file, "cannot be written: there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new FileFormatException(file, "cannot be written: no permission to write in " + folder);
        }
        // A device, for instance, would be replaced by the renamed file.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileFormatException(file, "cannot be written: it exists and is not a regular file");
        }
    }

    /**
     * Writes a file; replaces one that exists.
     *
     * @param file the file
     * @param content its content
     * @throws IOException if it cannot be written; then nothing is left behind, and an older file is as it was
     */
    public static void write(Path file, Content content) throws IOException {
        try (PartFile part = PartFile.of(file)) {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(part.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            part.keep();
        }
    }

    /**
     * Writes a file of text, in UTF-8; replaces one that exists.
     *
     * @param file the file
     * @param text its content
     * @throws IOException if it cannot be written; then nothing is left behind, and an older file is as it was
     */
    public static void writeText(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }
}
