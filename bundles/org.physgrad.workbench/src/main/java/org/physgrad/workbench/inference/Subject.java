package org.physgrad.workbench.inference;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.Simulator;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.files.ArrayFiles;
import org.physgrad.workbench.editor.Refusals;
import org.physgrad.workbench.runs.TrackedRun;

/**
 * What there is to know of a run before its network is asked.
 *
 * @param run the run
 * @param observations shape of its observations, for people
 * @param context shapes of the arrays that its simulator needs besides, for people, by name
 * @param misfits by type name of an inverse solver: why it cannot improve the answers
 */
record Subject(TrackedRun run, String observations, Map<String, String> context, Map<String, String> misfits) {

    /** Opens the network of a run, which takes a moment. */
    static Subject of(Catalog catalog, TrackedRun run) throws IOException {
        try (TrainedModel model = TrainedModel.open(catalog, run.folder(), damaged -> {})) {
            Simulator simulator = model.problem().simulator();
            Map<String, String> context = new TreeMap<>();
            simulator.contextShapes().forEach((name, shape) -> context.put(name, ArrayFiles.layout(shape)));
            return new Subject(
                    run,
                    ArrayFiles.layout(simulator.effectShape()),
                    context,
                    Refusals.of(catalog, Kind.SOLVER, (InverseSolver solver) -> solver.refuses(model.problem())));
        }
    }
}
