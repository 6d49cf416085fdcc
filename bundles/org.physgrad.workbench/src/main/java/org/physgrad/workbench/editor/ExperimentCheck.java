package org.physgrad.workbench.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.physgrad.api.InverseSolver;
import org.physgrad.api.NetworkFactory;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.experiment.ExperimentReader;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.engine.experiment.PartSpec;
import org.physgrad.engine.training.Parts;
import org.physgrad.files.ArrayFiles;

/** What the engine has to say on an experiment. */
final class ExperimentCheck {

    /**
     * What was found by trying.
     *
     * @param findings why the parts do not fit together, none if they do
     * @param context shapes, for people, of the arrays that the simulator needs beside its cause, by name
     * @param misfits by path of a choice, such as {@code training.solver.type}, and type name: why that type cannot be chosen
     */
    record Fit(List<Finding> findings, Map<String, String> context, Map<String, Map<String, String>> misfits) {

        static final Fit UNKNOWN = new Fit(List.of(), Map.of(), Map.of());

        Fit with(List<Finding> others) {
            return new Fit(others, context, misfits);
        }
    }

    private final Catalog catalog;

    ExperimentCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Checks keys, types and ranges; fast. */
    List<Finding> read(JsonObject root) {
        try {
            new ExperimentReader(catalog).read(root);
            return List.of();
        } catch (InvalidExperimentException e) {
            return e.findings();
        }
    }

    /** Makes the parts and asks them whether they fit together; off the event thread, as parts may take their time. */
    Fit fit(JsonObject root) {
        Fit choices = problem(root).map(this::choices).orElse(Fit.UNKNOWN);
        try {
            Experiment experiment = new ExperimentReader(catalog).read(root);
            Parts.bind(catalog, experiment).close();
            return choices;
        } catch (InvalidExperimentException e) {
            return choices.with(e.findings());
        }
    }

    private Optional<PartSpec> problem(JsonObject root) {
        try {
            return problem(catalog, root);
        } catch (InvalidExperimentException e) {
            return Optional.empty(); // its own values are wrong, and marked
        }
    }

    /**
     * Reads the problem of an experiment, whatever else is in it.
     *
     * @return the problem, empty where none is chosen
     * @throws InvalidExperimentException if there is no such problem, or its values are wrong
     */
    static Optional<PartSpec> problem(Catalog catalog, JsonObject root) {
        Optional<String> type = ExperimentDocument.value(root, "problem.type")
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        root.getAsJsonObject("problem").entrySet().stream()
                .filter(entry -> !entry.getKey().equals("type"))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().toString()));
        return Optional.of(PartReader.read(catalog, Kind.PROBLEM, type.get(), values));
    }

    /** What suits a problem. */
    private Fit choices(PartSpec spec) {
        try (Part<Problem> part = catalog.create(Kind.PROBLEM, spec.type(), spec.values())) {
            Problem problem = part.get();
            Map<String, String> context = new TreeMap<>();
            problem.simulator().contextShapes().forEach((name, shape) -> context.put(name, ArrayFiles.layout(shape)));
            return new Fit(
                    List.of(),
                    context,
                    Map.of(
                            "training.solver.type",
                            Refusals.of(catalog, Kind.SOLVER, (InverseSolver solver) -> solver.refuses(problem)),
                            "network.type",
                            Refusals.of(
                                    catalog,
                                    Kind.NETWORK,
                                    (NetworkFactory network) ->
                                            network.refuses(problem.inputShape(), problem.outputShape()))));
        } catch (PartException e) {
            return Fit.UNKNOWN;
        }
    }
}
