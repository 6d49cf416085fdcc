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

/** Lets a run that waits go on. */
@Component(service = Action.class)
public final class ProceedAction extends RunAction {

    static final String ID = "run.proceed";

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public ProceedAction(@Reference RunQueue queue) {
        super(queue, new Description(ID, "Go on", "Run", 201, "shift F6"), Set.of(RunState.PAUSED));
    }

    @Override
    void perform(Workbench workbench, TrackedRun run) {
        run.proceed();
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.PROCEED);
    }
}
