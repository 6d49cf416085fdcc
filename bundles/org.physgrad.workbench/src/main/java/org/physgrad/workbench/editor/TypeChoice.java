package org.physgrad.workbench.editor;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import org.physgrad.engine.catalog.PartType;

/** Chooses the type of a part; what does not fit is shown with the reason and cannot be chosen. */
final class TypeChoice implements Input {

    private static final String NONE = "";

    private final JComboBox<String> box = new JComboBox<>();
    private Map<String, String> titles = Map.of();
    private Map<String, String> misfits = Map.of();
    private String shown = NONE;
    private boolean showing;

    TypeChoice(Sink sink) {
        box.setRenderer(new Row());
        box.addActionListener(event -> {
            if (showing) {
                return;
            }
            String chosen = String.valueOf(box.getSelectedItem());
            if (misfits.containsKey(chosen)) {
                box.setSelectedItem(shown);
                box.setToolTipText(chosen + " does not fit: " + misfits.get(chosen));
            } else if (!chosen.equals(shown)) {
                sink.entered(chosen.equals(NONE) ? Optional.empty() : Optional.of(new JsonPrimitive(chosen)));
            }
        });
    }

    /** Offers types, and none at all. */
    void offer(List<PartType> types) {
        Map<String, String> now = new LinkedHashMap<>();
        now.put(NONE, "(choose)");
        types.forEach(type -> now.put(type.name(), type.title()));
        if (!now.equals(titles)) {
            titles = now;
            showing = true;
            box.setModel(new DefaultComboBoxModel<>(now.keySet().toArray(String[]::new)));
            box.setSelectedItem(shown);
            showing = false;
        }
    }

    /** Says which types do not fit, and why. */
    void misfits(Map<String, String> reasons) {
        misfits = reasons;
        box.setToolTipText(null);
    }

    @Override
    public JComponent component() {
        return box;
    }

    @Override
    public void show(Optional<JsonElement> value) {
        shown = value.filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .orElse(NONE);
        showing = true;
        box.setSelectedItem(shown);
        if (box.getSelectedIndex() >= 0 && !shown.equals(box.getSelectedItem())) {
            box.setSelectedIndex(-1); // a type that is not installed
        }
        showing = false;
    }

    private final class Row extends DefaultListCellRenderer {

        private static final long serialVersionUID = 1L;

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String name = value == null ? NONE : value.toString();
            String reason = misfits.get(name);
            String title = titles.getOrDefault(name, name);
            String text = name.equals(NONE) ? title : name + (title.equals(name) ? "" : " - " + title);
            if (index >= 0 && reason != null) {
                text = name + ": " + reason;
            }
            Component row = super.getListCellRendererComponent(list, text, index, selected, focused);
            row.setEnabled(reason == null);
            setToolTipText(reason == null ? null : name + " does not fit: " + reason);
            return row;
        }
    }
}
