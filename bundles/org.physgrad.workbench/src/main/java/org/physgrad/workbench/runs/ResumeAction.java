package org.physgrad.workbench.runs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** Goes on with a run from its newest checkpoint, for as many iterations as people want. */
@Component(service = Action.class)
public final class ResumeAction implements Action {

    public static final String ID = "run.resume";

    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public ResumeAction(@Reference RunQueue queue) {
        this.queue = queue;
    }

    @Override
    public Description description() {
        return new Description(ID, "Resume...", "Run", 203, "F7");
    }

    @Override
    public Optional<String> refuses(Workbench workbench) {
        return queue.unrest(workbench.selection());
    }

    @Override
    public void perform(Workbench workbench) {
        if (refuses(workbench).isEmpty()) {
            Path folder = workbench.selection().run().orElseThrow();
            workbench.inBackground(
                    "Reading the run",
                    progress -> queue.open(folder).status(),
                    status -> iterations(workbench, status).ifPresent(count -> resume(workbench, folder, count)));
        }
    }

    private static Optional<Integer> iterations(Workbench workbench, RunStatus status) {
        return status.iteration() < status.iterations()
                ? Optional.of(status.iterations())
                : NumberDialog.ask(
                        workbench.window(),
                        "Resume",
                        "All " + status.iterations() + " iterations are done. Go on to iteration",
                        2 * status.iterations(),
                        status.iterations() + 1);
    }

    private void resume(Workbench workbench, Path folder, int iterations) {
        workbench.inBackground(
                "Resuming the run",
                progress -> queue.resume(folder, Map.of("iterations", Integer.toString(iterations))),
                run -> workbench.open(RunsView.ID));
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.RESUME);
    }
}
