package org.physgrad.report.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Scene;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.api.visual.Visual;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Part;
import org.physgrad.engine.catalog.PartException;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.samples.CauseArrows;
import org.physgrad.engine.samples.SharedRanges;
import org.physgrad.engine.samples.StoredExamples;
import org.physgrad.report.runs.RunGroup;

/** Asks the networks of runs, and draws their answers with the installed visuals. */
public final class Examples {

    private static final int INDEX = 0;
    private static final int WIDTH = 260;
    private static final int HEIGHT = 216;

    /** Enough for screens of high resolution without a file of many megabytes. */
    private static final double PIXEL_SCALE = 1.5;

    /** Visuals that draw quantities flat, the first one that does not refuse. */
    private static final List<String> FLAT = List.of("image", "points");

    private static final List<String> RELIEF = List.of("surface");

    private final Catalog catalog;
    private final Consumer<String> notes;

    /**
     * Makes an artist.
     *
     * @param catalog the installed parts
     * @param notes told, in words for people, of what could not be drawn
     */
    public Examples(Catalog catalog, Consumer<String> notes) {
        this.catalog = catalog;
        this.notes = notes;
    }

    /**
     * Asks the network of a group. Takes as long as loading a network.
     *
     * @param group the group
     * @param number place of the group in the report, for names of files
     * @return the example; empty where the network cannot be had, which is on note then
     */
    public Optional<Example> of(RunGroup group, int number) {
        try {
            Snapshot snapshot = new StoredExamples(catalog)
                    .read(
                            group.first().folder(),
                            INDEX,
                            damaged -> notes.accept(damaged + " is damaged; the checkpoint before it is shown"));
            List<Picture> pictures = new ArrayList<>();
            for (Quantity quantity : still(snapshot)) {
                draw(quantity, snapshot, FLAT, "example-" + number + "-").ifPresent(pictures::add);
            }
            Optional<Picture> relief = snapshot.find(Quantity.INFERRED_CAUSE)
                    .filter(Field.class::isInstance)
                    .flatMap(quantity -> draw(quantity, snapshot, RELIEF, "example-" + number + "-3d-"));
            return Optional.of(new Example(group, snapshot, pictures, relief));
        } catch (IOException | PartException e) {
            notes.accept("There are no pictures of " + group.name() + ": " + e.getMessage());
        } catch (InvalidExperimentException e) {
            notes.accept("There are no pictures of " + group.name() + ": "
                    + e.findings().get(0).message());
        }
        return Optional.empty();
    }

    /** The quantities without those that move, which one picture does not show. */
    static List<Quantity> still(Snapshot snapshot) {
        return snapshot.quantities().stream()
                .filter(quantity ->
                        !(quantity instanceof Field field) || field.grid().frames() == 1)
                .toList();
    }

    private Optional<Picture> draw(Quantity quantity, Snapshot snapshot, List<String> visuals, String prefix) {
        Scene scene = new Scene(
                quantity,
                CauseArrows.over(snapshot, quantity),
                0,
                new SharedRanges(snapshot).of(quantity),
                Appearance.LIGHT.withPixelScale(PIXEL_SCALE));
        Appearance dark = Appearance.DARK.withPixelScale(PIXEL_SCALE);
        for (String name : visuals) {
            if (catalog.type(Kind.VISUAL, name).isPresent()) {
                try (Part<Visual> visual = catalog.create(Kind.VISUAL, name, Map.of())) {
                    if (visual.get().refuses(quantity).isEmpty()) {
                        return Optional.of(new Picture(
                                prefix + FileNames.of(quantity.name()),
                                quantity.name(),
                                visual.get().image(scene, WIDTH, HEIGHT),
                                visual.get().image(scene.withAppearance(dark), WIDTH, HEIGHT)));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
