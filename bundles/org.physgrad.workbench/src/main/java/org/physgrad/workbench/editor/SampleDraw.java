package org.physgrad.workbench.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.PartSpec;
import org.physgrad.engine.samples.GeneratedExamples;

/** Draws examples with the generator of an experiment that is being edited. */
final class SampleDraw {

    /**
     * What came of it.
     *
     * @param examples the examples, none where it could not be done
     * @param message what they are, or why there are none; for people
     */
    record Drawn(List<Snapshot> examples, String message) {

        private static Drawn none(String why) {
            return new Drawn(List.of(), why);
        }
    }

    private static final int EXAMPLES = 3;

    private final Catalog catalog;

    SampleDraw(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Draws; off the event thread, as a generator may take its time. The rest of the experiment need not be right. */
    Drawn draw(JsonObject root) {
        try {
            Optional<PartSpec> problem = ExperimentCheck.problem(catalog, root);
            if (problem.isEmpty()) {
                return Drawn.none("Choose a problem to see what its generator draws.");
            }
            PartSpec spec = problem.get();
            long seed = seed(root);
            try (Part<Problem> part = catalog.create(Kind.PROBLEM, spec.type(), spec.values())) {
                return new Drawn(
                        GeneratedExamples.draw(part.get(), seed, EXAMPLES),
                        "What " + spec.type() + " draws first with seed " + seed);
            }
        } catch (InvalidExperimentException e) {
            return Drawn.none("No example can be drawn:\n"
                    + e.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")));
        } catch (RuntimeException | LinkageError e) { // a part may be of any make
            return Drawn.none("No example can be drawn: " + e.getMessage());
        }
    }

    private static long seed(JsonObject root) {
        return Optional.ofNullable(root.get("seed"))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsJsonPrimitive)
                .filter(JsonPrimitive::isNumber)
                .map(JsonPrimitive::getAsLong)
                .orElse(0L);
    }
}
