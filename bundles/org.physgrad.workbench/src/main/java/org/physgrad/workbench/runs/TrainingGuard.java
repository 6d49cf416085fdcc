package org.physgrad.workbench.runs;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.spi.ClosingGuard;

/** Lets no window close over a run without a question, and none without a checkpoint. */
@Component(service = ClosingGuard.class)
public final class TrainingGuard implements ClosingGuard {

    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public TrainingGuard(@Reference RunQueue queue) {
        this.queue = queue;
    }

    @Override
    public Optional<String> objection() {
        long active = queue.runs().stream()
                .filter(run -> run.status().state().active())
                .count();
        return active == 0
                ? Optional.empty()
                : Optional.of(
                        (active == 1 ? "One run is" : active + " runs are")
                                + " not done. What trains ends after its iteration with a checkpoint and can be resumed; what waits is given up.");
    }

    @Override
    public void close() {
        queue.close();
    }
}
