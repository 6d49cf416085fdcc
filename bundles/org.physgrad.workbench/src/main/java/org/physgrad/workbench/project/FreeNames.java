package org.physgrad.workbench.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds names that are not taken. */
final class FreeNames {

    private FreeNames() {}

    /**
     * Finds a path in a folder: {@code NAME}, or {@code NAME-2} and so on where that is taken.
     *
     * @param folder the folder
     * @param name the name wished for; characters that make trouble in file names are replaced
     * @param ending put behind it
     */
    static Path file(Path folder, String name, String ending) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._-]", "-");
        Path candidate = folder.resolve(safe + ending);
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = folder.resolve(safe + "-" + i + ending);
        }
        return candidate;
    }
}
