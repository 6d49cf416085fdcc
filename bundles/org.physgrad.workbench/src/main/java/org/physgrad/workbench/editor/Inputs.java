package org.physgrad.workbench.editor;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.physgrad.engine.catalog.Parameter;
import org.physgrad.engine.catalog.ValueType;

/** Makes the control that suits a parameter. */
final class Inputs {

    private Inputs() {}

    static Input of(Parameter parameter, Input.Sink sink) {
        if (parameter.type() == ValueType.BOOLEAN && !parameter.list()) {
            return new Flag(parameter, sink);
        }
        if (!parameter.options().isEmpty() && !parameter.list()) {
            return new Choice(parameter, sink);
        }
        return new Text(parameter, sink);
    }

    /** Writes a default as people would. */
    static String text(Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(Inputs::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e9) {
            return Long.toString(Math.round(number));
        }
        if (value instanceof Double number) {
            return number.toString().replace(".0E", "e").replace('E', 'e');
        }
        return String.valueOf(value);
    }

    private static final class Flag implements Input {

        private final boolean otherwise;
        private final JCheckBox box = new JCheckBox();

        Flag(Parameter parameter, Sink sink) {
            this.otherwise = Boolean.TRUE.equals(parameter.defaultValue());
            box.addActionListener(event -> sink.entered(Optional.of(new JsonPrimitive(box.isSelected()))));
        }

        @Override
        public JComponent component() {
            return box;
        }

        @Override
        public void show(Optional<JsonElement> value) {
            box.setSelected(value.filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsBoolean)
                    .orElse(otherwise));
        }
    }

    private static final class Choice implements Input {

        private final JComboBox<String> box;
        private final String otherwise;
        private boolean showing;

        Choice(Parameter parameter, Sink sink) {
            this.box = new JComboBox<>(parameter.options().toArray(String[]::new));
            this.otherwise = text(parameter.defaultValue());
            box.addActionListener(event -> {
                if (!showing) {
                    sink.entered(Optional.of(new JsonPrimitive(String.valueOf(box.getSelectedItem()))));
                }
            });
        }

        @Override
        public JComponent component() {
            return box;
        }

        @Override
        public void show(Optional<JsonElement> value) {
            showing = true;
            box.setSelectedItem(value.filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsString)
                    .orElse(otherwise));
            showing = false;
        }
    }

    private static final class Text implements Input {

        private final Parameter parameter;
        private final JTextField field = new JTextField();
        private boolean showing;

        Text(Parameter parameter, Sink sink) {
            this.parameter = parameter;
            field.putClientProperty("JTextField.placeholderText", text(parameter.defaultValue()));
            field.getDocument().addDocumentListener(new DocumentListener() {
                @Override
                public void insertUpdate(DocumentEvent event) {
                    changed();
                }

                @Override
                public void removeUpdate(DocumentEvent event) {
                    changed();
                }

                @Override
                public void changedUpdate(DocumentEvent event) {
                    changed();
                }

                private void changed() {
                    if (!showing) {
                        sink.entered(entered());
                    }
                }
            });
        }

        @Override
        public JComponent component() {
            return field;
        }

        @Override
        public void show(Optional<JsonElement> value) {
            if (!value.equals(entered())) {
                showing = true;
                field.setText(value.map(Text::written).orElse(""));
                showing = false;
            }
        }

        private Optional<JsonElement> entered() {
            String text = field.getText().strip();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (!parameter.list()) {
                return Optional.of(single(text));
            }
            JsonArray values = new JsonArray();
            for (String word : text.split(",", -1)) {
                values.add(single(word.strip()));
            }
            return Optional.of(values);
        }

        /** What is no number where one is expected stays text: the engine says what is wrong with it. */
        private JsonPrimitive single(String text) {
            if (parameter.type() == ValueType.TEXT) {
                return new JsonPrimitive(text);
            }
            try {
                return new JsonPrimitive(new BigDecimal(text));
            } catch (NumberFormatException e) {
                return new JsonPrimitive(text);
            }
        }

        private static String written(JsonElement value) {
            if (value.isJsonArray()) {
                return StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
                        .map(Text::written)
                        .collect(Collectors.joining(", "));
            }
            return value.isJsonPrimitive() ? value.getAsString() : value.toString();
        }
    }
}
