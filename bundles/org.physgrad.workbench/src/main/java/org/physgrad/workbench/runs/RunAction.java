package org.physgrad.workbench.runs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** An action on the run that is selected, or else on the one that trains. */
abstract class RunAction implements Action {

    private final RunQueue queue;
    private final Description description;
    private final Set<RunState> states;

    /**
     * @param states the states in which a run takes the action
     */
    RunAction(RunQueue queue, Description description, Set<RunState> states) {
        this.queue = queue;
        this.description = description;
        this.states = states;
    }

    /** Acts on a run that is in one of the states. */
    abstract void perform(Workbench workbench, TrackedRun run);

    @Override
    public final Description description() {
        return description;
    }

    @Override
    public final Optional<String> refuses(Workbench workbench) {
        Optional<TrackedRun> run = run(workbench);
        if (run.isEmpty()) {
            return Optional.of("no run is selected");
        }
        RunState state = run.get().status().state();
        return states.contains(state) ? Optional.empty() : Optional.of(run.get() + " is " + state.title());
    }

    @Override
    public final void perform(Workbench workbench) {
        run(workbench).filter(run -> states.contains(run.status().state())).ifPresent(run -> perform(workbench, run));
    }

    private Optional<TrackedRun> run(Workbench workbench) {
        Optional<Path> selected = workbench.selection().run();
        return selected.isPresent() ? selected.flatMap(queue::find) : queue.current();
    }
}
