package org.physgrad.engine.training;

/** Changes bundles as another thread does: the one that trains would wait for itself. */
final class Changes {

    private Changes() {}

    /** Changes bundles in the middle of a run: returns when the change waits for the run to let go. */
    static void meanwhile(Runnable change) {
        Thread changing = elsewhere(change);
        while (changing.isAlive() && changing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    static Thread elsewhere(Runnable change) {
        Thread thread = new Thread(change, "bundle change");
        thread.start();
        return thread;
    }
}
