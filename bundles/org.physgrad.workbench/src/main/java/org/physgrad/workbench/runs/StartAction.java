package org.physgrad.workbench.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** Runs the selected experiment. */
@Component(service = Action.class)
public final class StartAction extends ExperimentAction {

    /** Name for programs. */
    public static final String ID = "run.start";

    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public StartAction(@Reference RunQueue queue) {
        super(new Description(ID, "Run experiment", "Run", 100, "F5"));
        this.queue = queue;
    }

    @Override
    List<TrackedRun> begin(Workbench workbench, Path file) throws IOException {
        ExperimentReader reader = new ExperimentReader(workbench.catalog());
        return List.of(queue.start(reader.read(file, Map.of()), workbench.folder()));
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.RUN);
    }
}
