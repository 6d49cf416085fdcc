package org.physgrad.workbench.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.experiment.ExperimentKeys;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.workbench.pictures.WidthTracking;

/** All values of an experiment as a form, made from what the installed parts declare. */
final class ExperimentForm extends WidthTracking {

    private static final long serialVersionUID = 1L;

    private static final List<PartSection.Place> PLACES = List.of(
            new PartSection.Place("Problem", Kind.PROBLEM, "problem", "type", List.of()),
            new PartSection.Place("Network", Kind.NETWORK, "network", "type", List.of()),
            new PartSection.Place("Training", Kind.SCHEME, "training", "scheme", ExperimentKeys.TRAINING),
            new PartSection.Place("Inverse solver", Kind.SOLVER, "training.solver", "type", List.of()),
            new PartSection.Place("Weight optimizer", Kind.OPTIMIZER, "optimizer", "type", List.of()));

    private final transient List<PartSection> sections;
    private final transient List<FormRow> rows = new ArrayList<>();
    private final ContextRows context;

    ExperimentForm(Catalog catalog, BiConsumer<String, Optional<JsonElement>> sink) {
        super(new MigLayout("insets 4 12 12 12, fillx, wrap 1, gapy 2", "[grow, fill]"));
        setName("experiment.form");
        sections = PLACES.stream()
                .map(place -> new PartSection(place, catalog, sink))
                .toList();
        sections.forEach(this::add);
        add(group("Run", "", ExperimentKeys.RUN, sink));
        add(group("Examples in files, instead of generated ones", "data.", ExperimentKeys.DATA, sink));
        context = new ContextRows(sink);
        add(context);
    }

    /** Makes rows under a heading. */
    private JPanel group(
            String title, String path, List<Parameter> keys, BiConsumer<String, Optional<JsonElement>> sink) {
        JPanel group = new JPanel(new MigLayout("insets 0, fillx, hidemode 3, gapy 1", "[140!][grow]"));
        JLabel heading = new JLabel(title);
        heading.putClientProperty("FlatLaf.styleClass", "h3");
        group.add(heading, "span, gaptop 8, wrap");
        for (Parameter key : keys) {
            FormRow row = PartSection.rowOf(path + key.name(), key, sink);
            row.addTo(group);
            rows.add(row);
        }
        return group;
    }

    /** Brings the form up to date. */
    void show(JsonObject root, List<Finding> findings, ExperimentCheck.Fit fit) {
        sections.forEach(section -> section.show(root, findings, fit.misfits()));
        rows.forEach(row -> row.show(root, findings));
        context.show(root, findings, fit.context());
        revalidate();
        repaint();
    }
}
