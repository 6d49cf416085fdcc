package org.physgrad.workbench.runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.run.RunMetrics;
import org.physgrad.engine.samples.SnapshotReader;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.Sample;
import org.physgrad.engine.training.TrainingRun;
import org.physgrad.engine.training.ValidationRecord;

/**
 * A run that the window knows: one that waits, trains, or lies finished in its folder. May be asked from any thread; what it answers are snapshots that do not
 * change.
 */
public final class TrackedRun {

    /** Older events are in the run's {@code events.jsonl}. */
    private static final int EVENTS_KEPT = 500;

    private final Path folder;
    private final Consumer<TrackedRun> changed;
    private MetricsTable metrics = new MetricsTable(RunMetrics.EMPTY);
    private MetricsTable validation = new MetricsTable(RunMetrics.EMPTY);
    private final Deque<RunEvent> events = new ArrayDeque<>();
    private final IterationRate rate = new IterationRate();
    private final ExampleTap tap = new ExampleTap();
    private Experiment experiment;
    private RunState state;
    private int iteration;
    private String note = "";
    private String computer = "";
    private Optional<TrainingRun> training = Optional.empty();

    /**
     * @param folder its run folder
     * @param experiment what it runs
     * @param state where it stands
     * @param changed told of each change, on the thread that makes it
     */
    TrackedRun(Path folder, Experiment experiment, RunState state, Consumer<TrackedRun> changed) {
        this.folder = folder;
        this.experiment = experiment;
        this.state = state;
        this.changed = changed;
    }

    /** Takes what its folder holds now in the place of all that was known. */
    void renew(Experiment now, StoredRun stored) {
        synchronized (this) {
            experiment = now;
            state = stored.state();
            metrics = new MetricsTable(stored.metrics());
            validation = new MetricsTable(stored.validation());
            iteration =
                    stored.metrics().rows() == 0 ? 0 : (int) stored.metrics().last("iteration");
            events.clear();
        }
        note(stored.events());
    }

    /** Its name for people: that of its folder. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Its run folder. */
    public Path folder() {
        return folder;
    }

    /** What it runs, with the settings that are in force now. */
    public synchronized Experiment experiment() {
        return experiment;
    }

    /** How far it is. */
    public synchronized RunStatus status() {
        return new RunStatus(state, iteration, experiment.iterations(), rate.secondsPerIteration(), note);
    }

    /** What computes its network, such as {@code onednn on 2 threads}; empty before it trains. */
    public synchronized String computer() {
        return computer;
    }

    /** What it measured so far. */
    public synchronized RunMetrics metrics() {
        return metrics.view();
    }

    /** What it measured so far with examples kept from training: {@code iteration}, then metrics; without rows if there are none. */
    public synchronized RunMetrics validation() {
        return validation.view();
    }

    /** The newest events, oldest first. */
    public synchronized List<RunEvent> events() {
        return List.copyOf(events);
    }

    /**
     * Looks at one example of each batch from now on, as long as it trains: at most ten times a second.
     *
     * @param index index of the example in its batch; empty to look no more
     */
    public void watch(OptionalInt index) {
        tap.watch(index);
    }

    /** The example that was looked at last; empty before the first look. */
    public Optional<Snapshot> example() {
        return tap.newest();
    }

    /** Asks it to wait after the iteration that it is in. */
    public synchronized void pause() {
        training.ifPresent(TrainingRun::pause);
    }

    /** Lets it go on after {@link #pause}. */
    public synchronized void proceed() {
        training.ifPresent(TrainingRun::proceed);
    }

    /** Asks it to end after the iteration that it is in; its checkpoint is kept, so that it can be resumed. A waiting run leaves the queue. */
    public void cancel() {
        synchronized (this) {
            training.ifPresent(TrainingRun::cancel);
            if (state == RunState.QUEUED) {
                state = RunState.CANCELLED;
                note = "cancelled before its turn";
            }
        }
        changed.accept(this);
    }

    @Override
    public String toString() {
        return name();
    }

    /** Asks the training for other settings; the experiment here changes when it has them. */
    void change(UnaryOperator<Experiment> change) {
        synchronized (this) {
            if (training.isPresent()) {
                training.get().change(change);
                return;
            }
            experiment = change.apply(experiment);
        }
        changed.accept(this);
    }

    /** Notes that it trains from now on, unless it was cancelled meanwhile. */
    boolean begin(TrainingRun run) {
        synchronized (this) {
            if (state != RunState.QUEUED) {
                return false;
            }
            training = Optional.of(run);
            state = RunState.RUNNING;
            note = "";
            rate.reset();
        }
        changed.accept(this);
        return true;
    }

    /** Notes what computes it. */
    void computedBy(String executor) {
        synchronized (this) {
            computer = executor;
        }
        changed.accept(this);
    }

    void enter(RunState next, String why) {
        synchronized (this) {
            state = next;
            note = why;
            if (!next.active()) {
                training = Optional.empty();
            }
        }
        changed.accept(this);
    }

    void changed(Experiment now) {
        synchronized (this) {
            experiment = now;
        }
        changed.accept(this);
    }

    void iterated(IterationRecord record) {
        synchronized (this) {
            metrics.add(record);
            rate.add(record.wallSeconds());
            iteration = record.iteration();
        }
        changed.accept(this);
    }

    void validated(ValidationRecord record) {
        synchronized (this) {
            validation.add(record);
        }
        changed.accept(this);
    }

    boolean wantsSample(int next) {
        return tap.wants(next);
    }

    void sampled(Sample sample) {
        tap.copy(sample, SnapshotReader.of(experiment()));
    }

    void note(String text, boolean trouble) {
        note(List.of(new RunEvent(Instant.now(), text, trouble)));
    }

    void note(List<RunEvent> more) {
        synchronized (this) {
            events.addAll(more);
            while (events.size() > EVENTS_KEPT) {
                events.removeFirst();
            }
        }
        changed.accept(this);
    }
}
