package org.physgrad.workbench.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The experiments that come with the program. */
final class ExampleFiles {

    private final Path folder;

    ExampleFiles(Path folder) {
        this.folder = folder;
    }

    /** Those of this installation. */
    static ExampleFiles installed() {
        return new ExampleFiles(Path.of(System.getProperty("physgrad.home", "."), "examples"));
    }

    /**
     * Copies an example into a workspace; one that is there already stays as it is.
     *
     * @param name file name of the example
     * @param workspace where to
     * @return the file in the workspace
     * @throws IOException if it cannot be copied; the message is for people
     */
    Path copy(String name, Path workspace) throws IOException {
        Path file = workspace.resolve(name);
        if (!Files.exists(file)) {
            try {
                Files.copy(folder.resolve(name), file);
            } catch (IOException e) {
                throw new IOException("the example " + name + " cannot be copied to " + workspace + ": " + e, e);
            }
        }
        return file;
    }
}
