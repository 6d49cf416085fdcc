package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentWriter;

/** The folder that a run leaves behind, readable without the program. */
public final class RunFolder {

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder of a new run and writes down what will be run.
     *
     * @param path where; must not exist yet, or be empty
     * @param experiment the experiment, with every default
     * @return the folder
     * @throws IOException if the folder holds something already or cannot be written; the message is for people
     */
    public static RunFolder create(Path path, Experiment experiment) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    path + " cannot hold a run: " + e.getFile() + " is a file; choose another with --out", e);
        } catch (IOException e) {
            throw new IOException(
                    path + " cannot be made (" + e.getMessage() + "); choose another folder with --out", e);
        }
        if (!isEmpty(path)) {
            throw new IOException(path + " is not empty; choose another folder with --out");
        }
        if (!Files.isWritable(path)) {
            throw new IOException(path + " is not writable; choose another folder with --out");
        }
        RunFolder folder = new RunFolder(path);
        Files.createDirectory(folder.checkpoints());
        Files.createDirectory(path.resolve("figures"));
        folder.writeWhole("experiment.json", ExperimentWriter.write(experiment));
        return folder;
    }

    /**
     * Finds a folder for a run that was given none: {@code runs/NAME}, or {@code runs/NAME-2} and so on where that is taken.
     *
     * @param base folder under which {@code runs} lies
     * @param name name of the experiment
     * @return a path that does not exist yet
     */
    public static Path choose(Path base, String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
        Path runs = base.resolve("runs");
        Path candidate = runs.resolve(safe);
        for (int i = 2; Files.exists(candidate); i++) {
            candidate = runs.resolve(safe + "-" + i);
        }
        return candidate;
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** The table of iterations. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** The log of events. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /**
     * Writes a text file that is either whole or not there.
     *
     * @param name file name
     * @param text its content
     * @throws IOException if it cannot be written
     */
    void writeWhole(String name, String text) throws IOException {
        Path temporary = path.resolve(name + ".tmp");
        Files.writeString(temporary, text, StandardCharsets.UTF_8);
        Files.move(temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }
}
