package org.physgrad.workbench.fields;

import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.samples.StoredExamples;
import org.physgrad.workbench.runs.RunQueue;
import org.physgrad.workbench.runs.RunState;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Registration;

/**
 * The example that the window looks at: which run, which index, and what it looked like last. Several views show it together; while none is visible, nothing is
 * copied. Used on the event thread.
 */
@Component(service = ExampleModel.class)
public final class ExampleModel {

    private final RunQueue queue;
    private final Registration following;
    private final StoredExamples stored;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reading examples");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<TrackedRun> run = Optional.empty();
    private Optional<Snapshot> snapshot = Optional.empty();
    private String message = "Choose a run.";
    private int example;
    private int viewers;
    private boolean held;
    private Optional<AnsweredFile> answered = Optional.empty();

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     * @param catalog the installed parts
     */
    @Activate
    public ExampleModel(@Reference RunQueue queue, @Reference Catalog catalog) {
        this.queue = queue;
        this.stored = new StoredExamples(catalog);
        this.following = queue.follow(this::changed);
    }

    @Deactivate
    void close() {
        following.close();
        reading.shutdownNow();
    }

    void follow(Runnable listener) {
        listeners.add(listener);
    }

    void unfollow(Runnable listener) {
        listeners.remove(listener);
    }

    Optional<TrackedRun> run() {
        return run;
    }

    Optional<Snapshot> snapshot() {
        return snapshot;
    }

    /** Why there is no snapshot. */
    String message() {
        return message;
    }

    int example() {
        return example;
    }

    boolean held() {
        return held;
    }

    /** The run of a folder, if it is known already. */
    Optional<TrackedRun> find(Path folder) {
        return queue.find(folder);
    }

    /** Reads the run of a folder; not on the event thread. */
    TrackedRun open(Path folder) throws IOException {
        return queue.open(folder);
    }

    /**
     * Holds answers of a run's network to observations in a file, until somebody looks at another run or lets go.
     *
     * @param answers the answers
     */
    public void hold(AnsweredFile answers) {
        look(answers.run());
        answered = Optional.of(answers);
        held = true;
        example(0);
    }

    /** The file whose observations are answered, if that is what is held. */
    Optional<AnsweredFile> answered() {
        return answered;
    }

    /** Looks at a run. */
    void look(TrackedRun next) {
        if (!run.equals(Optional.of(next))) {
            run.ifPresent(old -> old.watch(OptionalInt.empty()));
            run = Optional.of(next);
            held = false;
            answered = Optional.empty();
            snapshot = next.example();
            refresh();
        }
    }

    /** Looks at another example of each batch. */
    void example(int index) {
        example = index;
        snapshot = answered.isPresent()
                ? answered.flatMap(file -> file.example(index))
                : snapshot.filter(known -> known.example() == index);
        if (snapshot.isEmpty() && answered.isPresent()) {
            message = answered.get().without(index);
        }
        refresh();
    }

    /** Keeps what is shown, or follows the run again. */
    void hold(boolean hold) {
        held = hold;
        if (!hold && answered.isPresent()) {
            answered = Optional.empty();
            snapshot = Optional.empty();
        }
        refresh();
    }

    /** Counts the views that are visible: nobody copies examples that nobody sees. */
    void visible(boolean visible) {
        viewers += visible ? 1 : -1;
        refresh();
    }

    private void changed(Set<TrackedRun> runs) {
        run.filter(runs::contains).ifPresent(changed -> refresh());
    }

    private void refresh() {
        run.ifPresent(looked -> {
            boolean looking = viewers > 0 && !held;
            looked.watch(looking ? OptionalInt.of(example) : OptionalInt.empty());
            if (looking) {
                Optional<Snapshot> newest = looked.example().filter(known -> known.example() == example);
                if (newest.isPresent()) {
                    snapshot = newest;
                } else if (looked.status().state().active()) {
                    boolean waits = looked.status().state() == RunState.QUEUED
                            && queue.current().isPresent();
                    message = waits
                            ? looked + " waits until the runs before it have ended."
                            : "The first iteration has not been reached yet.";
                } else if (snapshot.isEmpty()) {
                    read(looked);
                }
            }
        });
        listeners.forEach(Runnable::run);
    }

    private void read(TrackedRun looked) {
        int index = example;
        message = "Reading the newest checkpoint of " + looked + "...";
        reading.execute(() -> {
            Optional<Snapshot> read = Optional.empty();
            String trouble = "";
            try {
                read = Optional.of(stored.read(looked.folder(), index, damaged -> {}));
            } catch (IOException | RuntimeException | LinkageError e) { // a part may be of any make
                trouble = "No example of " + looked + " can be shown: " + e.getMessage();
            }
            Optional<Snapshot> outcome = read;
            String reason = trouble;
            EventQueue.invokeLater(() -> take(looked, index, outcome, reason));
        });
    }

    private void take(TrackedRun looked, int index, Optional<Snapshot> read, String reason) {
        if (run.equals(Optional.of(looked)) && example == index && answered.isEmpty()) {
            snapshot = read;
            message = reason;
            listeners.forEach(Runnable::run);
        }
    }
}
