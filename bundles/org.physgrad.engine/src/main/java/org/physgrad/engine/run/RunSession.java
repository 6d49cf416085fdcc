package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.engine.training.TrainingListeners;
import org.physgrad.engine.training.TrainingRun;
import org.physgrad.engine.training.TrainingState;

/** A run with its folder: trains, and leaves everything behind that a run folder holds. */
public final class RunSession implements AutoCloseable {

    private interface Files {
        RunRecorder open() throws IOException;
    }

    private interface Place {
        Path path() throws IOException;
    }

    private final TrainingRun run;
    private final RunFolder folder;
    private final Experiment experiment;
    private final RunLock lock;
    private final Files files;

    private RunSession(TrainingRun run, RunFolder folder, RunLock lock, Experiment experiment, Files files) {
        this.run = run;
        this.folder = folder;
        this.lock = lock;
        this.experiment = experiment;
        this.files = files;
    }

    /**
     * Begins a new run.
     *
     * @param catalog the installed parts
     * @param experiment the experiment
     * @param path the run folder to make, empty or not there yet
     * @return the run, ready to train; close it afterwards
     * @throws IOException if the folder cannot be made; the message is for people
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if the parts do not fit together; no folder is made then
     */
    public static RunSession begin(Catalog catalog, Experiment experiment, Path path) throws IOException {
        return begin(catalog, experiment, () -> path);
    }

    /**
     * Begins a new run in a folder of its own under {@code runs}, see {@link RunFolder#claim}.
     *
     * @param catalog the installed parts
     * @param experiment the experiment
     * @param base folder under which {@code runs} lies
     * @return the run, ready to train; close it afterwards
     * @throws IOException if the folder cannot be made; the message is for people
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if the parts do not fit together; no folder is made then
     */
    public static RunSession beginUnder(Catalog catalog, Experiment experiment, Path base) throws IOException {
        return begin(catalog, experiment, () -> RunFolder.claim(base, experiment.name()));
    }

    private static RunSession begin(Catalog catalog, Experiment experiment, Place place) throws IOException {
        TrainingRun run = TrainingRun.bind(catalog, experiment);
        try {
            RunFolder folder = RunFolder.create(place.path(), run.experiment());
            RunLock lock = lock(folder);
            return new RunSession(run, folder, lock, run.experiment(), () -> RunRecorder.begin(folder));
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /**
     * Goes on with an earlier run from its newest checkpoint.
     *
     * @param catalog the installed parts
     * @param path the run folder
     * @param settings values that replace those of the run's experiment, by path, such as {@code iterations}
     * @param damaged told of each checkpoint that is not whole and was passed over
     * @return the run, ready to train; close it afterwards
     * @throws IOException if the folder holds no run or no whole checkpoint, or is that of a run which trains now; the message is for people
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if the parts are missing or do not fit together
     */
    public static RunSession resume(Catalog catalog, Path path, Map<String, String> settings, Consumer<Path> damaged)
            throws IOException {
        RunFolder folder = RunFolder.open(path);
        RunLock lock = lock(folder);
        try {
            return resume(catalog, folder, lock, settings, damaged);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static RunSession resume(
            Catalog catalog, RunFolder folder, RunLock lock, Map<String, String> settings, Consumer<Path> damaged)
            throws IOException {
        Experiment experiment = new ExperimentReader(catalog).read(folder.experiment(), settings);
        TrainingState state = folder.newestState(damaged);
        TrainingRun run = TrainingRun.bind(catalog, experiment);
        try {
            run.continueFrom(state);
            write(folder, run.experiment());
            return new RunSession(
                    run,
                    folder,
                    lock,
                    run.experiment(),
                    () -> RunRecorder.resume(folder, run.experiment(), state.iteration()));
        } catch (IOException | RuntimeException e) {
            run.close();
            throw e;
        }
    }

    /** The run, to cancel, pause or change it while it trains. */
    public TrainingRun run() {
        return run;
    }

    /** The run folder. */
    public RunFolder folder() {
        return folder;
    }

    /** The experiment as it was when the session began. */
    public Experiment experiment() {
        return experiment;
    }

    /**
     * Trains to the end.
     *
     * @param listeners whom to tell, after each event is on record
     * @return how it ended
     * @throws IOException if the run folder cannot be written, from the start or from some iteration on; the message is for people, and the checkpoints
     *     that are in the folder are whole
     * @throws RuntimeException what a part or a listener threw; the failure is on record
     */
    public Ending train(TrainingListener... listeners) throws IOException {
        try (RunRecorder recorder = open()) {
            List<TrainingListener> all = new ArrayList<>(List.of(listeners));
            all.add(0, recorder);
            try {
                Ending ending = run.train(new TrainingListeners(all));
                recorder.ended(ending);
                return ending;
            } catch (RunRecorder.UnwritableException e) {
                IOException failure = unwritable(folder, e.getCause());
                record(recorder, failure); // a full disk may have room for a line
                throw failure;
            } catch (RuntimeException e) {
                record(recorder, e);
                throw e;
            }
        }
    }

    private RunRecorder open() throws IOException {
        try {
            return files.open();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static RunLock lock(RunFolder folder) throws IOException {
        try {
            return RunLock.take(folder.path());
        } catch (RunLock.HeldException e) {
            throw e;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static void write(RunFolder folder, Experiment experiment) throws IOException {
        try {
            folder.write(experiment);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static IOException unwritable(RunFolder folder, IOException cause) {
        String reason = cause instanceof FileSystemException inFile && inFile.getReason() != null
                ? inFile.getReason()
                : String.valueOf(cause.getMessage());
        return new IOException(
                folder.path() + " cannot be written (" + reason
                        + "); its checkpoints are whole. Mend that, then go on with: physgrad resume " + folder.path(),
                cause);
    }

    private static void record(RunRecorder recorder, Exception failure) {
        try {
            recorder.failed(failure);
        } catch (RunRecorder.UnwritableException e) {
            failure.addSuppressed(e);
        }
    }

    /** Lets go of the parts and of the folder. */
    @Override
    public void close() {
        try (lock) {
            run.close();
        }
    }
}
