package org.physgrad.workbench.project;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the last line of a file that grows, however long the file is. */
final class LastLine {

    /** Longer lines than this are not told. */
    private static final int LONGEST = 16384;

    private LastLine() {}

    /**
     * Reads the last line that has been written to its end.
     *
     * @param file the file
     * @return the line without its end; empty where there is no file or no whole line
     * @throws IOException if the file cannot be read
     */
    static Optional<String> of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] end;
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            long length = reader.length();
            end = new byte[(int) Math.min(length, LONGEST)];
            reader.seek(length - end.length);
            reader.readFully(end);
        }
        String text = new String(end, StandardCharsets.UTF_8);
        int last = text.lastIndexOf('\n');
        if (last < 0) {
            return Optional.empty(); // the first line is being written
        }
        String line = text.substring(text.lastIndexOf('\n', last - 1) + 1, last).strip();
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}
