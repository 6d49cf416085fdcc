package org.physgrad.workbench.editor;

import com.formdev.flatlaf.FlatClientProperties;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;
import org.physgrad.engine.experiment.Finding;

/** A value in the form: its label, its control, and what there is to say on it. */
final class FormRow {

    private static final String WRONG = "Component.error.focusedBorderColor";

    private final String path;
    private final String help;
    private final Input input;
    private final JLabel label;
    private final JTextArea note = new JTextArea();

    /**
     * Makes a row.
     *
     * @param path where its value is in the experiment
     * @param name its label
     * @param help what it means, with its unit and range
     */
    FormRow(String path, String name, String help, Input input) {
        this.path = path;
        this.help = help;
        this.input = input;
        this.label = new JLabel(name);
        JComponent control = input.component();
        control.setName(path);
        control.getAccessibleContext().setAccessibleName(path);
        control.getAccessibleContext().setAccessibleDescription(help);
        label.setLabelFor(control);
        label.setToolTipText(name);
        note.setName(path + ".note");
        note.getAccessibleContext().setAccessibleName("Note on " + path);
        note.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        note.setVisible(!help.isEmpty());
        note.setEditable(false);
        note.setFocusable(false);
        note.setOpaque(false);
        note.setLineWrap(true);
        ((DefaultCaret) note.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE); // or new text scrolls the form
        note.setWrapStyleWord(true);
    }

    String path() {
        return path;
    }

    Input input() {
        return input;
    }

    void addTo(JPanel panel) {
        panel.add(label, "aligny top, gaptop 4, wmax 140");
        panel.add(input.component(), "width 80:220:220, wrap");
        panel.add(note, "skip, growx, wmin 40, wrap 6");
    }

    /** Shows the value of the document and what is wrong with it, or else what it means. */
    void show(JsonObject root, List<Finding> findings) {
        input.show(ExperimentDocument.value(root, path));
        String problem = findings.stream()
                .filter(finding -> finding.path().equals(path))
                .map(Finding::message)
                .collect(Collectors.joining("; "));
        boolean wrong = !problem.isEmpty();
        input.component().putClientProperty("JComponent.outline", wrong ? "error" : null);
        note.setText(wrong ? problem : help);
        note.setVisible(wrong || !help.isEmpty());
        note.putClientProperty(
                FlatClientProperties.STYLE, "foreground: $" + (wrong ? WRONG : "Label.disabledForeground"));
    }
}
