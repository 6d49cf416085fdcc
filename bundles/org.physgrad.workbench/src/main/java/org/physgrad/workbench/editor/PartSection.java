package org.physgrad.workbench.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.Kind;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.Finding;

/** The part of the form for one part of the experiment: its type, and the parameters that the type declares. */
public final class PartSection extends JPanel {

    private static final long serialVersionUID = 1L;

    /**
     * What a section is for.
     *
     * @param title its heading
     * @param kind the kind of part
     * @param path where the part is in the experiment
     * @param typeKey the key of its type there
     * @param more further parameters that stand there
     */
    public record Place(String title, Kind<?> kind, String path, String typeKey, List<Parameter> more) {

        String typePath() {
            return path + "." + typeKey;
        }
    }

    private final transient Place place;
    private final transient Catalog catalog;
    private final transient BiConsumer<String, Optional<JsonElement>> sink;
    private final transient TypeChoice choice;
    private final transient FormRow typeRow;
    private final int fixed;
    private transient List<FormRow> rows = List.of();
    private transient Optional<PartType> shown = Optional.empty();

    /**
     * Makes a section.
     *
     * @param place what it is for
     * @param catalog the installed parts
     * @param sink told of each entered value and its path; of an empty one where it was cleared
     */
    public PartSection(Place place, Catalog catalog, BiConsumer<String, Optional<JsonElement>> sink) {
        super(new MigLayout("insets 0, fillx, hidemode 3, gapy 1", "[140!][grow]"));
        this.place = place;
        this.catalog = catalog;
        this.sink = sink;
        this.choice = new TypeChoice(this::typeEntered);
        this.typeRow = new FormRow(place.typePath(), place.kind().name(), "", choice);
        JLabel heading = new JLabel(place.title());
        heading.putClientProperty("FlatLaf.styleClass", "h3");
        add(heading, "span, gaptop 8, wrap");
        typeRow.addTo(this);
        this.fixed = getComponentCount();
        build();
    }

    /** A part of another type has other parameters: what was set for the old one goes. */
    private void typeEntered(Optional<JsonElement> type) {
        if (place.more().isEmpty()) {
            JsonObject part = new JsonObject();
            type.ifPresent(name -> part.add(place.typeKey(), name));
            sink.accept(place.path(), type.map(name -> part));
        } else {
            sink.accept(place.typePath(), type);
        }
    }

    /** Puts rows for the parameters of the type under it, which stays: a control that is taken out loses the keyboard. */
    private void build() {
        while (getComponentCount() > fixed) {
            remove(fixed);
        }
        List<FormRow> made = new ArrayList<>();
        shown.stream().flatMap(type -> type.parameters().stream()).forEach(parameter -> made.add(row(parameter)));
        place.more().forEach(parameter -> made.add(row(parameter)));
        rows = made;
        rows.forEach(row -> row.addTo(this));
        revalidate();
    }

    private FormRow row(Parameter parameter) {
        return rowOf(place.path() + "." + parameter.name(), parameter, sink);
    }

    /** Makes a row for a parameter at a path. */
    static FormRow rowOf(String path, Parameter parameter, BiConsumer<String, Optional<JsonElement>> sink) {
        Input input = Inputs.of(parameter, value -> sink.accept(path, value));
        return new FormRow(path, parameter.name(), parameter.description() + " (" + parameter.allowed() + ")", input);
    }

    /**
     * Brings the section up to date.
     *
     * @param root what is entered
     * @param findings what is wrong with it, by path
     * @param misfits by path of a type and type name: why that type cannot be chosen
     */
    public void show(JsonObject root, List<Finding> findings, Map<String, Map<String, String>> misfits) {
        choice.offer(catalog.types(place.kind()));
        choice.misfits(misfits.getOrDefault(place.typePath(), Map.of()));
        Optional<PartType> type = ExperimentDocument.value(root, place.typePath())
                .filter(JsonElement::isJsonPrimitive)
                .flatMap(name -> catalog.type(place.kind(), name.getAsString()));
        if (!type.equals(shown)) {
            shown = type;
            build();
        }
        typeRow.show(root, findings);
        rows.forEach(row -> row.show(root, findings));
    }
}
