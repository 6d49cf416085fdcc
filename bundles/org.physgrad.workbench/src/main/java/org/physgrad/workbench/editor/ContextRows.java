package org.physgrad.workbench.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.ValueType;
import org.physgrad.engine.experiment.DataSpec;
import org.physgrad.engine.experiment.Finding;

/** The files of the arrays that the simulator needs beside its cause: a row for each that the problem names, and for each that the experiment has besides. */
final class ContextRows extends JPanel {

    private static final long serialVersionUID = 1L;

    private static final String DATA = "data.";

    private final transient BiConsumer<String, Optional<JsonElement>> sink;
    private transient List<FormRow> rows = List.of();
    private transient Map<String, String> shown = Map.of();

    ContextRows(BiConsumer<String, Optional<JsonElement>> sink) {
        super(new MigLayout("insets 0, fillx, hidemode 3, gapy 1", "[140!][grow]"));
        this.sink = sink;
    }

    /**
     * Brings the rows up to date.
     *
     * @param needed shapes for people by name of the array
     */
    void show(JsonObject root, List<Finding> findings, Map<String, String> needed) {
        Map<String, String> wanted = new TreeMap<>(needed);
        ExperimentDocument.value(root, DATA + "context")
                .filter(JsonElement::isJsonObject)
                .ifPresent(context -> context.getAsJsonObject().keySet().stream()
                        .filter(name -> name.indexOf('.') < 0) // such a name is no path; the JSON view has it
                        .forEach(name -> wanted.putIfAbsent(name, "")));
        if (!wanted.equals(shown)) {
            shown = wanted;
            removeAll();
            rows = wanted.entrySet().stream()
                    .map(array -> row(array.getKey(), array.getValue()))
                    .toList();
            rows.forEach(row -> row.addTo(this));
        }
        rows.forEach(row -> row.show(root, findings));
    }

    private FormRow row(String name, String layout) {
        String key = DataSpec.contextKey(name);
        Parameter file = new Parameter(
                key,
                ValueType.TEXT,
                false,
                layout.isEmpty()
                        ? "file of an array that the problem does not need"
                        : "file of the array that the simulator needs beside x, " + layout.replace("batch", "examples"),
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
        return PartSection.rowOf(DATA + key, file, sink);
    }
}
