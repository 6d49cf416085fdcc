package org.physgrad.engine.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.Experiment;

/**
 * What others ask of a run while it trains. Requests come from any thread and are met at the next iteration boundary. A bundle that goes away is held up until
 * the run has let go of its parts, so that no iteration meets half of a bundle.
 */
final class RunControl implements Catalog.Watcher {

    /** A part that hangs must not keep its own bundle from being removed. */
    private static final long SECONDS_TO_LET_GO = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Experiment experiment;
    private volatile List<PartType> types = List.of();
    private final Set<String> left = new HashSet<>();
    private boolean iterating;
    private boolean stale;
    private boolean paused;
    private long arrivals;
    private volatile boolean cancelled;
    private volatile boolean requested;

    RunControl(Experiment experiment) {
        this.experiment = experiment;
    }

    void cancel() {
        cancelled = true;
        update(() -> {});
    }

    boolean cancelled() {
        return cancelled;
    }

    void pause(boolean pause) {
        update(() -> paused = pause);
    }

    /** Asks for other settings or parts than were asked for last. */
    void change(UnaryOperator<Experiment> change) {
        update(() -> {
            experiment = change.apply(experiment);
            stale = true;
        });
    }

    /** Tells whether anything was asked for since the last iteration; cheap. */
    boolean requested() {
        return requested;
    }

    boolean paused() {
        return locked(() -> paused);
    }

    /** Tells whether the run has to be put together anew. */
    boolean stale() {
        return locked(() -> stale);
    }

    /** Notes which parts the run works with from now on. */
    void bound(List<PartType> parts) {
        types = parts;
    }

    /** Notes that iterations begin: bundles of bound parts wait from now on. */
    void iterating() {
        update(() -> iterating = true);
    }

    /** Notes that the run holds no part any more, and says with which experiment it shall be put together again. */
    Experiment letGo() {
        update(() -> {
            iterating = false;
            stale = false;
        });
        return experiment;
    }

    /** Forgets that something was asked for; all of it has been looked at. */
    void answered() {
        requested = false;
    }

    /** Waits until the run may go on, or is cancelled, or has to let parts go. */
    void awaitProceed() throws InterruptedException {
        awaitUntil(() -> !paused || cancelled || stale, Long.MAX_VALUE);
    }

    /** Says how many parts have come so far, to wait for the next. */
    long arrivals() {
        lock.lock();
        try {
            return arrivals;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a part that comes, another experiment, or the end.
     *
     * @param seen {@link #arrivals} before the last try
     * @return false if the time passed without any
     */
    boolean awaitArrival(long seen, long milliseconds) throws InterruptedException {
        return awaitUntil(() -> arrivals != seen || cancelled || stale, milliseconds);
    }

    /** Names the bound parts whose bundles went away since the last call. */
    Set<String> takeLeft() {
        lock.lock();
        try {
            Set<String> taken = Set.copyOf(left);
            left.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** What {@link #takeLeft} calls a part. */
    static String key(PartType type) {
        return type.kind().name() + " " + type.name();
    }

    @Override
    public void arrived(PartType type) {
        update(() -> arrivals++);
    }

    @Override
    public void leaving(PartType type) {
        if (types.stream().noneMatch(used -> key(used).equals(key(type)))) {
            return;
        }
        update(() -> {
            left.add(key(type));
            stale = true;
        });
        try {
            awaitUntil(() -> !iterating, TimeUnit.SECONDS.toMillis(SECONDS_TO_LET_GO));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void update(Runnable change) {
        lock.lock();
        try {
            change.run();
            requested = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean locked(BooleanSupplier question) {
        lock.lock();
        try {
            return question.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitUntil(BooleanSupplier condition, long milliseconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
