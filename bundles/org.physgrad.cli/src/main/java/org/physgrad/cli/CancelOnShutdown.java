package org.physgrad.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.physgrad.engine.training.TrainingRun;

/** Turns Ctrl-C into a cancelled run: the process ends only after the run has written its checkpoint. */
final class CancelOnShutdown {

    private final TrainingRun run;
    private final CountDownLatch finished = new CountDownLatch(1);

    private CancelOnShutdown(TrainingRun run) {
        this.run = run;
    }

    /** Works on a run; a shutdown of the process meanwhile cancels the run and waits until the work is done. */
    static <V> V during(TrainingRun run, Callable<V> work) throws Exception {
        CancelOnShutdown cancel = new CancelOnShutdown(run);
        Thread hook = new Thread(cancel::cancelAndWait, "cancel training");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } finally {
            cancel.finished.countDown();
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is going down: the hook is what brought us here, and ends by itself now.
        }
    }

    private void cancelAndWait() {
        run.cancel();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
