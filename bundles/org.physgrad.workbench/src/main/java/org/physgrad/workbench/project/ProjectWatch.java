package org.physgrad.workbench.project;

import java.awt.EventQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the workspace folder every second, on a thread of its own: this sees what other programs do on any kind of disk. */
final class ProjectWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectWatch.class);

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread worker = new Thread(work, "workspace watch");
        worker.setDaemon(true);
        return worker;
    });
    private final Path workspace;
    private final Consumer<Project> listener;
    private final Future<?> looks;
    private Project last = Project.EMPTY;

    /**
     * Begins to look.
     *
     * @param listener told of everything that is there, on the event thread, whenever it has changed
     */
    ProjectWatch(Path workspace, Consumer<Project> listener) {
        this.workspace = workspace;
        this.listener = listener;
        this.looks = thread.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /** Looks at once, as after a change by the window itself. */
    void lookNow() {
        if (!thread.isShutdown()) {
            thread.execute(this::look);
        }
    }

    private void look() {
        try {
            Project now = Project.scan(workspace);
            if (!now.equals(last)) {
                last = now;
                EventQueue.invokeLater(() -> listener.accept(now));
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.info("the workspace folder cannot be read just now", e); // the next look may
        }
    }

    @Override
    public void close() {
        looks.cancel(false);
        thread.shutdown();
    }
}
