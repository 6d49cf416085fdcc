package org.physgrad.workbench.shell;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Task;

/** Work off the event thread; the status bar shows the task that was started last. */
final class Background {

    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "workbench background");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Running> running = new ArrayList<>();
    private final StatusBar bar;
    private final Consumer<Notice> notices;

    Background(StatusBar bar, Consumer<Notice> notices) {
        this.bar = bar;
        this.notices = notices;
        bar.onCancel(this::cancel);
    }

    <T> void start(String name, Task<T> task, Consumer<? super T> done) {
        Running progress = new Running(name);
        running.add(progress);
        show();
        try {
            threads.execute(() -> {
                try {
                    T outcome = task.run(progress);
                    EventQueue.invokeLater(() -> ended(progress, () -> done.accept(outcome)));
                } catch (Exception | LinkageError e) {
                    EventQueue.invokeLater(() -> ended(
                            progress,
                            () -> notices.accept(Notice.error("\"" + name + "\" failed: " + Failures.message(e), e))));
                }
            });
        } catch (RejectedExecutionException e) {
            running.remove(progress); // the window closes
        }
    }

    void close() {
        cancel();
        threads.shutdown();
    }

    private void cancel() {
        running.forEach(task -> task.cancelled = true);
    }

    private void ended(Running task, Runnable then) {
        running.remove(task);
        show();
        then.run();
    }

    private void show() {
        if (running.isEmpty()) {
            bar.idle();
        } else {
            Running last = running.get(running.size() - 1);
            bar.busy(last.message, last.fraction);
        }
    }

    private final class Running implements Task.Progress {

        private volatile double fraction = -1;
        private volatile String message;
        private volatile boolean cancelled;

        Running(String name) {
            this.message = name;
        }

        @Override
        public void report(double newFraction, String newMessage) {
            fraction = newFraction;
            message = newMessage;
            EventQueue.invokeLater(Background.this::show);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
