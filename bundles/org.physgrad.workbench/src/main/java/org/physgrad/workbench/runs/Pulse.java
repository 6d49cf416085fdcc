package org.physgrad.workbench.runs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Joins signals that come faster than anybody can look: whatever happens between two beats is one beat. Beats that make their thread work, such as by painting, come
 * less often, so that looking at a run takes little from it.
 */
final class Pulse {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

    /** The thread of the beats may take one twentieth of a processor. */
    private static final int REST = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Executor executor;
    private final Runnable beat;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile long next = System.nanoTime();
    // Only the thread of the beats uses this.
    private long worked;

    /**
     * Makes a pulse.
     *
     * @param executor where the beats happen: one thread, such as the event thread; a slow one gets fewer, never a heap of them
     * @param beat what to do
     */
    Pulse(Executor executor, Runnable beat) {
        this.executor = executor;
        this.beat = beat;
    }

    /** Asks for a beat. May be called from any thread, and costs next to nothing. */
    void signal() {
        if (due.compareAndSet(false, true)) {
            long wait = Math.max(0, next - System.nanoTime());
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, executor)
                    .execute(this::beat);
        }
    }

    private void beat() {
        long now = System.nanoTime();
        long total = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
        // What the last beat brought about has been done by now, such as painting.
        long rest = (total - worked) * REST;
        worked = total;
        next = now + Math.min(LONGEST, Math.max(SHORTEST, rest));
        due.set(false); // only now: who signals waits for the next time, not for this one
        beat.run();
    }
}
