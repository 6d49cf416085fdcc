package org.physgrad.workbench.runs;

import java.awt.EventQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.ExperimentWriter;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.engine.run.RunSession;
import org.physgrad.engine.training.Ending;
import org.physgrad.workbench.spi.Registration;
import org.physgrad.workbench.spi.Selection;

/**
 * The runs of the window: trains them one after another in the background, so that each has the whole processor, and tells on the event thread what became of
 * them, at most ten times a second.
 */
@Component(service = RunQueue.class)
public final class RunQueue implements AutoCloseable {

    /** Follows runs. */
    public interface Listener {

        /**
         * Called on the event thread when runs changed.
         *
         * @param runs which ones, new ones among them
         */
        void changed(Set<TrackedRun> runs);
    }

    private interface Opening {
        RunSession open() throws IOException;
    }

    private static final long SECONDS_TO_END = 60;

    private final Catalog catalog;
    private final Executor executor;
    private final ExecutorService trainer;
    private final List<TrackedRun> runs = new CopyOnWriteArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Set<TrackedRun> news = new LinkedHashSet<>();
    private final Pulse pulse;

    /**
     * Made by Declarative Services.
     *
     * @param catalog the installed parts
     */
    @Activate
    public RunQueue(@Reference Catalog catalog) {
        this(catalog, EventQueue::invokeLater);
    }

    /** Makes a queue that tells its news in some executor. */
    RunQueue(Catalog catalog, Executor executor) {
        this.catalog = catalog;
        this.executor = executor;
        this.pulse = new Pulse(executor, this::tell);
        this.trainer = Executors.newSingleThreadExecutor(work -> new Thread(work, "training"));
    }

    /** All runs that were started or opened, in that order. */
    public List<TrackedRun> runs() {
        return List.copyOf(runs);
    }

    /** The run that trains or is paused now. */
    public Optional<TrackedRun> current() {
        return runs.stream()
                .filter(run ->
                        run.status().state() == RunState.RUNNING || run.status().state() == RunState.PAUSED)
                .findFirst();
    }

    /** Whether a run trains or waits. */
    public boolean busy() {
        return runs.stream().anyMatch(run -> run.status().state().active());
    }

    /**
     * Follows runs.
     *
     * @param listener whom to tell
     * @return closes it
     */
    public Registration follow(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Begins a run, after those that wait already.
     *
     * @param experiment the experiment
     * @param workspace folder under whose {@code runs} the run folder is made
     * @return the run
     * @throws IOException if the folder cannot be made; the message is for people
     */
    public TrackedRun start(Experiment experiment, Path workspace) throws IOException {
        Path folder = RunFolder.claim(workspace, experiment.name()); // nobody else takes it while the run waits
        TrackedRun run = track(new TrackedRun(folder, experiment, RunState.QUEUED, this::changed));
        trainer.execute(() -> {
            train(run, () -> RunSession.begin(catalog, run.experiment(), folder));
            deleteIfEmpty(folder);
        });
        return run;
    }

    /**
     * Opens a run that lies in its folder, or gives the one that is known already. One that another process trains is read anew.
     *
     * @param folder the run folder
     * @return the run
     * @throws IOException if the folder holds no run; the message is for people
     * @throws InvalidExperimentException if parts of its experiment are missing
     */
    public TrackedRun open(Path folder) throws IOException {
        Optional<TrackedRun> known = known(folder);
        if (known.isPresent()) {
            return known.get();
        }
        StoredRun stored = StoredRun.read(RunFolder.open(folder));
        Experiment experiment =
                new ExperimentReader(catalog).read(stored.folder().experiment(), Map.of());
        return trackOnce(folder, experiment, stored);
    }

    /** Several views may have asked for the same run at the same time. */
    private synchronized TrackedRun trackOnce(Path folder, Experiment experiment, StoredRun stored) {
        Optional<TrackedRun> known = known(folder);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<TrackedRun> elsewhere = find(folder);
        TrackedRun run = elsewhere.orElseGet(() -> new TrackedRun(folder, experiment, stored.state(), this::changed));
        run.renew(experiment, stored);
        return elsewhere.isPresent() ? run : track(run); // which others see when all is in it
    }

    /**
     * Looks a run up of which everything is known.
     *
     * @param folder its run folder
     * @return the run; empty if it was neither started nor opened, or if news of it is in its folder alone, since another process trains it
     */
    public Optional<TrackedRun> known(Path folder) {
        return find(folder).filter(run -> run.status().state() != RunState.ELSEWHERE);
    }

    /**
     * Goes on with a run from its newest checkpoint, after those that wait already.
     *
     * @param folder its folder
     * @param settings values that replace those of its experiment, by path, such as {@code iterations}
     * @return the run
     * @throws IOException if the folder holds no run, or that of another process; the message is for people
     * @throws InvalidExperimentException if a value is wrong or parts are missing
     */
    public TrackedRun resume(Path folder, Map<String, String> settings) throws IOException {
        TrackedRun run = open(folder);
        if (run.status().state().active()) {
            return run;
        }
        if (run.status().state() == RunState.ELSEWHERE) {
            throw new IOException(
                    folder + " is trained by another process; wait until that has ended, or stop it first");
        }
        run.changed(new ExperimentReader(catalog).read(folder.resolve("experiment.json"), settings));
        run.enter(RunState.QUEUED, "");
        trainer.execute(() -> train(
                run,
                () -> RunSession.resume(
                        catalog,
                        folder,
                        settings,
                        damaged -> run.note(damaged + " is damaged; going on from the checkpoint before it", true))));
        return run;
    }

    /**
     * Changes settings of a run that trains or waits; a change in flight takes effect at the next iteration and is an event of the run.
     *
     * @param run the run
     * @param settings new values by path, such as {@code optimizer.learningRate}
     * @throws InvalidExperimentException if a value is wrong; nothing changes then
     */
    public void change(TrackedRun run, Map<String, String> settings) {
        ExperimentReader reader = new ExperimentReader(catalog);
        run.change(experiment -> reader.read(ExperimentWriter.toJson(experiment), settings));
    }

    /** Forgets a run that does not train or wait; its folder stays. */
    public void forget(TrackedRun run) {
        if (!run.status().state().active() && runs.remove(run)) {
            changed(run);
        }
    }

    /** Cancels all runs, keeps their checkpoints, and waits for the end of the one that trains. */
    @Override
    @Deactivate
    public void close() {
        trainer.shutdown();
        runs.forEach(TrackedRun::cancel);
        try {
            trainer.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Says why the selected run cannot be worked with as one that has ended.
     *
     * @param selection what is selected
     * @return that it trains or waits, or that no run is selected; empty for a run at rest
     */
    public Optional<String> unrest(Selection selection) {
        Optional<Path> folder = selection.run();
        if (folder.isEmpty()) {
            return Optional.of("no run is selected");
        }
        return folder.flatMap(this::find)
                .filter(run -> run.status().state().active())
                .map(run -> run + " is " + run.status().state().title());
    }

    /**
     * Looks a run up.
     *
     * @param folder its run folder
     * @return the run; empty if it was neither started nor opened
     */
    public Optional<TrackedRun> find(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        return runs.stream()
                .filter(run -> run.folder().toAbsolutePath().normalize().equals(wanted))
                .findFirst();
    }

    private TrackedRun track(TrackedRun run) {
        runs.add(run);
        changed(run);
        return run;
    }

    private static void train(TrackedRun run, Opening opening) {
        if (run.status().state() != RunState.QUEUED) {
            return;
        }
        try (RunSession session = opening.open()) {
            if (run.begin(session.run())) {
                Ending ending = session.train(new RunFollower(run));
                run.note(ending.kind() + (ending.reason().isEmpty() ? "" : ": " + ending.reason()), false);
                run.enter(RunState.of(ending.kind()), ending.reason());
            }
        } catch (IOException | RuntimeException | LinkageError e) { // a part may be of any make
            run.note("failed: " + e.getMessage(), true);
            run.enter(RunState.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** A run that never began leaves nothing behind. */
    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            return; // the results of the run
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void changed(TrackedRun run) {
        synchronized (news) {
            news.add(run);
        }
        pulse.signal();
    }

    private void tell() {
        Set<TrackedRun> told;
        synchronized (news) {
            told = new LinkedHashSet<>(news);
            news.clear();
        }
        // Each by itself, so that one that throws takes nothing from the others.
        listeners.forEach(listener -> executor.execute(() -> listener.changed(told)));
    }
}
