package org.physgrad.workbench.shell;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.run.Environment;
import org.physgrad.workbench.runs.RunQueue;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Registration;

/** What computes: the processor, and the executor of the run that trains or, while none does, those that are installed. */
final class Machine {

    private final Catalog catalog;
    private final RunQueue queue;
    private final String processor;

    /** Looks at the processor; not on the event thread, as this reads files. */
    Machine(Catalog catalog, RunQueue queue) {
        this.catalog = catalog;
        this.queue = queue;
        this.processor = Environment.processor();
    }

    /** Tells what computes, now and when runs change; for the event thread. */
    Registration follow(Consumer<String> listener) {
        RunQueue.Listener changes = runs -> listener.accept(describe(queue.current()));
        changes.changed(Set.of());
        return queue.follow(changes);
    }

    private String describe(Optional<TrackedRun> run) {
        return processor + "  |  "
                + run.filter(training -> !training.computer().isEmpty())
                        .map(training -> training.name() + ": " + training.computer())
                        .orElseGet(this::installed);
    }

    private String installed() {
        int threads = Runtime.getRuntime().availableProcessors();
        String executors =
                catalog.types(Kind.EXECUTOR).stream().map(PartType::name).collect(Collectors.joining(", "));
        return threads + (threads == 1 ? " thread" : " threads") + ", executors installed: " + executors;
    }
}
