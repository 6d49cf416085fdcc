package org.physgrad.workbench.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Workbench;

/** An action that begins runs of the selected experiment. */
abstract class ExperimentAction implements Action {

    private final Description description;

    ExperimentAction(Description description) {
        this.description = description;
    }

    /**
     * Begins runs.
     *
     * @param file the selected experiment
     * @return the runs that were begun, none if people thought better of it
     */
    abstract List<TrackedRun> begin(Workbench workbench, Path file) throws IOException;

    @Override
    public final Description description() {
        return description;
    }

    @Override
    public final Optional<String> refuses(Workbench workbench) {
        return workbench.selection().experiment().isPresent()
                ? Optional.empty()
                : Optional.of("no experiment is selected");
    }

    @Override
    public final void perform(Workbench workbench) throws IOException {
        Optional<Path> file = workbench.selection().experiment();
        List<TrackedRun> begun = file.isPresent() ? begin(workbench, file.get()) : List.of();
        if (!begun.isEmpty()) {
            workbench.select(
                    Selection.ofRuns(begun.stream().map(TrackedRun::folder).toList()));
            workbench.open(RunsView.ID);
        }
    }
}
