package org.physgrad.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.api.Batch;
import org.physgrad.api.Problem;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.FieldGrid;
import org.physgrad.api.visual.Range;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.Visual;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.inference.TrainedModel;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.sweeps.Job;

/** An example that no network has seen: observation, true cause, and what networks trained with Adam and with physical gradients answer. */
final class ExampleFields {

    /** A seed that no experiment of the paper has. */
    private static final long SEED = 2110;

    private static final String MARKER = "m0";

    /** Rank of a batch of vector fields. */
    private static final int VECTORS = 4;

    private final Training training;
    private final PageFolder page;
    private final Visual visual;
    private final List<String> files = new ArrayList<>();
    private Range causes = new Range(0, 0);
    private boolean signed;

    private ExampleFields(Training training, PageFolder page, Visual visual) {
        this.training = training;
        this.page = page;
        this.visual = visual;
    }

    /** Draws them from the newest checkpoints; empty if the problem has no fields or the networks are not there yet. */
    static Optional<Gallery> draw(Catalog catalog, PageFolder page, Training training, Runs runs) throws IOException {
        Optional<Job> adam = trained(runs, Method.ADAM);
        Optional<Job> physical = trained(runs, Method.PHYSICAL);
        if (adam.isEmpty() || physical.isEmpty()) {
            return Optional.empty();
        }
        try (Part<Visual> image = catalog.create(Kind.VISUAL, "image", Map.of())) {
            ExampleFields fields = new ExampleFields(training, page, image.get());
            fields.add(catalog, runs, adam.get(), true);
            fields.add(catalog, runs, physical.get(), false);
            return Optional.of(new Gallery(
                    fields.files,
                    fields.files.size() == 4 ? 24 : 32,
                    "An example that no network has seen, scale %s: what there is to see, the true cause x*, and what the networks answer at their newest checkpoints. All causes in"
                                    .formatted(runs.scale())
                            + " the same colours."));
        }
    }

    private static Optional<Job> trained(Runs runs, String method) throws IOException {
        for (Job job : runs.sweep().jobs(method)) {
            if (runs.folder().hasCheckpoint(job)) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    private void add(Catalog catalog, Runs runs, Job job, boolean first) throws IOException {
        try (TrainedModel model = TrainedModel.open(catalog, runs.folder().run(job), damaged -> {})) {
            Problem problem = model.problem();
            Batch batch = problem.sample(1, new PhiloxStreams(SEED, 1));
            INDArray cause = batch.cause().orElseThrow();
            if (first) {
                if (batch.context().names().contains(MARKER)) {
                    effect("marker m0 at the start", MARKER, batch.context().get(MARKER));
                }
                effect("observation y*", "observation", batch.target());
                signed = hasBothSigns(cause);
                causes = field("", cause).range();
                cause("true cause x*", "truth", cause);
            }
            INDArray answer = model.predict(batch);
            INDArray y = problem.simulator().simulate(answer, batch.context());
            double error =
                    problem.metrics(batch, answer, y)[problem.metricNames().indexOf(training.metric())];
            String title = "%s, iteration %d: %s = %s"
                    .formatted(
                            Method.of(job.group()).label(), model.iteration(), training.metric(), Claims.number(error));
            cause(title, job.group(), answer);
        }
    }

    private void effect(String title, String name, INDArray array) throws IOException {
        Field field = field(title, array);
        draw(name, Scene.of(hasBothSigns(array) ? field.asDifference() : field));
    }

    /** All causes in the colours that the true one asks for. */
    private void cause(String title, String name, INDArray array) throws IOException {
        Field field = field(title, array);
        Scene scene = signed
                ? Scene.of(field.asDifference()).withRange(causes.symmetric())
                : Scene.of(field).withRange(causes);
        draw(name, scene);
    }

    private void draw(String name, Scene scene) throws IOException {
        files.add(page.picture(
                "fields-" + training.sweep() + "-" + name,
                visual.image(scene.withAppearance(PageFolder.APPEARANCE), 360, 320)));
    }

    /** Of a batch of one. */
    private static Field field(String name, INDArray array) {
        long[] shape = array.shape();
        FieldGrid grid = FieldGrid.still((int) shape[1], (int) shape[2], shape.length == VECTORS ? 2 : 1);
        return Field.of(name, "", grid, array.dup('c').data().asFloat());
    }

    /** Such values are drawn about zero; vectors are drawn by their length. */
    private static boolean hasBothSigns(INDArray array) {
        double low = array.minNumber().doubleValue();
        double high = array.maxNumber().doubleValue();
        return array.rank() < VECTORS && low < 0 && Math.min(-low, high) > 0.1 * Math.max(-low, high);
    }
}
