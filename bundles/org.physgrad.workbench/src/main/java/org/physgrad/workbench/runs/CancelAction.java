package org.physgrad.workbench.runs;

import java.util.Optional;
import java.util.Set;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** Ends a run after the iteration it is in; its checkpoint is kept. */
@Component(service = Action.class)
public final class CancelAction extends RunAction {

    static final String ID = "run.cancel";

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public CancelAction(@Reference RunQueue queue) {
        super(
                queue,
                new Description(ID, "Cancel", "Run", 202, "control F2"),
                Set.of(RunState.QUEUED, RunState.RUNNING, RunState.PAUSED));
    }

    @Override
    void perform(Workbench workbench, TrackedRun run) {
        run.cancel();
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.CANCEL);
    }
}
