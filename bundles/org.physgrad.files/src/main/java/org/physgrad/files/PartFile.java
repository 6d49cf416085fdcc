package org.physgrad.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file under a temporary name beside its own, while it is written; for what is too long to be written by {@link WholeFile} in one go. */
public final class PartFile implements AutoCloseable {

    /** Files that this process writes now. */
    private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path temporary;

    private PartFile(Path file) {
        this.file = file;
        this.temporary = file.toAbsolutePath()
                .resolveSibling(
                        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    /**
     * Chooses the temporary name.
     *
     * @param file the file; one that exists is replaced at the end
     * @return the file to write; close it afterwards
     * @throws IOException if it cannot be written; the message is for people
     */
    public static PartFile of(Path file) throws IOException {
        WholeFile.check(file);
        PartFile part = new PartFile(file);
        if (!WRITTEN.add(part.temporary)) {
            throw new FileFormatException(
                    file, "is being written already, as " + part.temporary + "; give each output a file of its own");
        }
        Files.deleteIfExists(
                part.temporary); // a process of the same number was killed, as in containers, where all have the same
        return part;
    }

    /** Where to write. */
    public Path path() {
        return temporary;
    }

    /**
     * Gives the file, written to its end and closed, its own name.
     *
     * @throws IOException if it cannot be renamed
     */
    public void keep() throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not kept. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(temporary);
        } finally {
            WRITTEN.remove(temporary);
        }
    }
}
