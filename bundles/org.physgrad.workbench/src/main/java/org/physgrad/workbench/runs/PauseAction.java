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

/** Lets a run wait. */
@Component(service = Action.class)
public final class PauseAction extends RunAction {

    static final String ID = "run.pause";

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public PauseAction(@Reference RunQueue queue) {
        super(queue, new Description(ID, "Pause", "Run", 200, "F6"), Set.of(RunState.RUNNING));
    }

    @Override
    void perform(Workbench workbench, TrackedRun run) {
        run.pause();
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.PAUSE);
    }
}
