package org.physgrad.workbench.inference;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.experiment.Finding;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.PartReader;
import org.physgrad.engine.inference.Refinement;
import org.physgrad.workbench.editor.PartSection;
import org.physgrad.workbench.pictures.Spinners;
import org.physgrad.workbench.pictures.WidthTracking;

/** Chooses the inverse solver that improves answers, if any, and its parameters. */
final class RefinementForm {

    private static final String TYPE = "type";
    private static final String STEPS = "steps";

    private final Catalog catalog;
    private final Map<String, String> misfits;
    private final JsonObject entered;
    private final PartSection section;
    private final JSpinner steps =
            Spinners.wholeNumber("infer.steps", "Steps of the solver", new SpinnerNumberModel(1, 1, 1_000_000, 1));
    private final JLabel stepsLabel = new JLabel("steps");
    private final JPanel panel =
            new WidthTracking(new MigLayout("insets 0, fillx, hidemode 3, gapy 1", "[140!][grow]"));

    /**
     * Makes the form.
     *
     * @param misfits by type name: why a solver cannot improve the answers
     * @param entered what was entered before; changed by each entry
     */
    RefinementForm(Catalog catalog, Map<String, String> misfits, JsonObject entered) {
        this.catalog = catalog;
        this.misfits = misfits;
        this.entered = entered;
        if (entered.has(path()) && !canBeChosen(type())) {
            entered.remove(path());
        }
        if (entered.has(STEPS)) {
            steps.setValue(entered.get(STEPS).getAsInt());
        }
        steps.addChangeListener(event -> entered.addProperty(STEPS, (Integer) steps.getValue()));
        this.section = new PartSection(
                new PartSection.Place("Refine the answers (optional)", Kind.SOLVER, path(), TYPE, List.of()),
                catalog,
                this::enter);
        stepsLabel.setLabelFor(steps);
        panel.add(section, "span, growx, wrap");
        panel.add(stepsLabel);
        panel.add(steps, "width 80::");
        show();
    }

    /** Another run may have another problem, and plug-ins come and go. */
    private boolean canBeChosen(String type) {
        return catalog.type(Kind.SOLVER, type).isPresent() && !misfits.containsKey(type);
    }

    private String type() {
        return entered.getAsJsonObject(path()).get(TYPE).getAsString();
    }

    private static String path() {
        return Kind.SOLVER.name();
    }

    JComponent component() {
        return panel;
    }

    private void enter(String path, Optional<JsonElement> value) {
        JsonObject object = path.equals(path()) ? entered : entered.getAsJsonObject(path());
        String key = path.substring(path.lastIndexOf('.') + 1);
        if (value.isPresent()) {
            object.add(key, value.get());
        } else {
            object.remove(key);
        }
        show();
    }

    private void show() {
        section.show(entered, findings(), Map.of(path() + "." + TYPE, misfits));
        stepsLabel.setVisible(entered.has(path()));
        steps.setVisible(entered.has(path()));
    }

    private List<Finding> findings() {
        try {
            read();
            return List.of();
        } catch (InvalidExperimentException e) {
            return e.findings();
        }
    }

    /**
     * Reads what was entered.
     *
     * @return the refinement; empty if no solver was chosen
     * @throws InvalidExperimentException if a parameter is wrong
     */
    Optional<Refinement> read() {
        if (!entered.has(path())) {
            return Optional.empty();
        }
        JsonObject solver = entered.getAsJsonObject(path());
        String type = type();
        Map<String, String> settings = new LinkedHashMap<>();
        solver.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(TYPE))
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().toString()));
        PartReader.read(catalog, Kind.SOLVER, type, settings);
        return Optional.of(new Refinement(type, settings, (Integer) steps.getValue()));
    }
}
