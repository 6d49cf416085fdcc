package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.training.TrainingState;
import org.physgrad.files.WholeFile;

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
        make(path);
        if (!isEmpty(path)) {
            throw new IOException(path + " is not empty");
        }
        if (!Files.isWritable(path)) {
            throw new IOException(path + " is not writable");
        }
        RunFolder folder = new RunFolder(path);
        try {
            Files.createDirectory(folder.checkpoints());
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path + " is not empty", e); // since another run began there a moment ago
        }
        Files.createDirectory(path.resolve("figures"));
        folder.write(experiment);
        return folder;
    }

    /**
     * Opens the folder of an earlier run.
     *
     * @param path the folder
     * @return the folder
     * @throws IOException if it holds no run; the message is for people
     */
    public static RunFolder open(Path path) throws IOException {
        RunFolder folder = new RunFolder(path);
        if (!Files.isRegularFile(folder.experiment()) || !Files.isDirectory(folder.checkpoints())) {
            throw new IOException(path + " is no run folder: it needs experiment.json and checkpoints/");
        }
        return folder;
    }

    /**
     * Reads the newest checkpoint that is whole.
     *
     * @param damaged told of each newer one that is not
     * @return the state of the run
     * @throws IOException if there is none; the message is for people
     */
    public TrainingState newestState(Consumer<Path> damaged) throws IOException {
        return new Checkpoints(checkpoints())
                .readNewest(damaged)
                .orElseThrow(
                        () -> new IOException(checkpoints() + " holds no whole checkpoint; run the experiment anew"));
    }

    /**
     * Makes an empty folder for a run that was given none: {@code runs/NAME}, or {@code runs/NAME-2} and so on where that is taken. Nobody else gets the same.
     *
     * @param base folder under which {@code runs} lies
     * @param name name of the experiment
     * @return the folder
     * @throws IOException if it cannot be made; the message is for people
     */
    public static Path claim(Path base, String name) throws IOException {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
        Path runs = base.resolve("runs");
        make(runs);
        Path candidate = runs.resolve(safe);
        for (int i = 2; !makeNew(candidate); i++) {
            candidate = runs.resolve(safe + "-" + i);
        }
        return candidate;
    }

    private static void make(Path path) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path + " cannot hold a run: " + e.getFile() + " is a file", e);
        } catch (IOException e) {
            throw cannotBeMade(path, e);
        }
    }

    private static boolean makeNew(Path path) throws IOException {
        try {
            Files.createDirectory(path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw cannotBeMade(path, e);
        }
    }

    private static IOException cannotBeMade(Path path, IOException cause) {
        return new IOException(path + " cannot be made (" + cause.getMessage() + ")", cause);
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** The experiment with every default. */
    public Path experiment() {
        return path.resolve("experiment.json");
    }

    /** The table of iterations. */
    public Path metrics() {
        return path.resolve("metrics.csv");
    }

    /** The table of validations; not there if no examples are kept from training. */
    public Path validation() {
        return path.resolve("validation.csv");
    }

    /** The log of events. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** Tells whether somebody trains the run now, in this process or another one; where the file system knows no locks, nobody seems to. */
    public boolean trains() {
        return RunLock.isHeld(path);
    }

    /** The folder of checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /**
     * Writes down what will be run.
     *
     * @param experiment the experiment, with every default
     * @throws IOException if it cannot be written
     */
    public void write(Experiment experiment) throws IOException {
        writeWhole("experiment.json", ExperimentWriter.write(experiment));
    }

    /**
     * Writes a text file that is either whole or not there.
     *
     * @param name file name
     * @param text its content
     * @throws IOException if it cannot be written
     */
    void writeWhole(String name, String text) throws IOException {
        WholeFile.writeText(path.resolve(name), text);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }
}
