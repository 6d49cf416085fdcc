package org.physgrad.workbench.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.Icon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.workbench.pictures.Symbol;
import org.physgrad.workbench.spi.Action;
import org.physgrad.workbench.spi.Workbench;

/** Runs the selected experiment several times, one seed after the other, to see how much of a curve is chance. */
@Component(service = Action.class)
public final class SeedsAction extends ExperimentAction {

    private final RunQueue queue;

    /**
     * Made by Declarative Services.
     *
     * @param queue the runs
     */
    @Activate
    public SeedsAction(@Reference RunQueue queue) {
        super(new Description("run.seeds", "Run with several seeds...", "Run", 101, "shift F5"));
        this.queue = queue;
    }

    @Override
    List<TrackedRun> begin(Workbench workbench, Path file) throws IOException {
        ExperimentReader reader = new ExperimentReader(workbench.catalog());
        Experiment experiment = reader.read(file, Map.of());
        int count = NumberDialog.ask(
                        workbench.window(),
                        "Run with several seeds",
                        "Number of runs, with the seeds " + experiment.seed() + ", " + (experiment.seed() + 1)
                                + ", ...",
                        4,
                        2)
                .orElse(0);
        List<TrackedRun> begun = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String seed = Long.toString(experiment.seed() + i);
            Map<String, String> settings = Map.of("seed", seed, "name", experiment.name() + "-seed-" + seed);
            begun.add(queue.start(reader.read(file, settings), workbench.folder()));
        }
        return begun;
    }

    @Override
    public Optional<Icon> icon() {
        return Optional.of(Symbol.RUN_SEVERAL);
    }
}
