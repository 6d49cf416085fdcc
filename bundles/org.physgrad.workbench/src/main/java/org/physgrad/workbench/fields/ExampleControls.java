package org.physgrad.workbench.fields;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JToggleButton;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.api.visual.Snapshot;
import org.physgrad.workbench.pictures.Spinners;
import org.physgrad.workbench.runs.TrackedRun;

/** Chooses the example that all views of fields show. */
final class ExampleControls {

    private static final int LAST = 31;

    private final ExampleModel model;
    private final JLabel title = new JLabel();
    private final JSpinner example;
    private final JToggleButton hold = new JToggleButton("Hold");
    private final JPanel panel = new JPanel(new MigLayout("insets 0", "[]8[][]"));

    ExampleControls(ExampleModel model, String name) {
        this.model = model;
        JLabel label = new JLabel("Example");
        example = Spinners.wholeNumber(
                name + ".example", "Index of the example in its batch", new SpinnerNumberModel(0, 0, LAST, 1));
        label.setLabelFor(example);
        example.addChangeListener(event -> {
            if (model.example() != (Integer) example.getValue()) {
                model.example((Integer) example.getValue());
            }
        });
        hold.setName(name + ".hold");
        hold.setToolTipText("Keeps what is shown while the run goes on");
        hold.addActionListener(event -> model.hold(hold.isSelected()));
        title.setName(name + ".title");
        panel.add(label);
        panel.add(example);
        panel.add(hold);
        refresh();
    }

    JComponent component() {
        return panel;
    }

    /** Names what is shown. */
    JComponent title() {
        return title;
    }

    void refresh() {
        example.setValue(model.example());
        hold.setSelected(model.held());
        String run = model.run().map(TrackedRun::name).orElse("");
        String source = model.answered()
                .map(AnsweredFile::name)
                .or(() -> model.snapshot().map(Snapshot::iteration).map(number -> "It. " + number))
                .map(text -> text + (run.isEmpty() ? "" : ", "))
                .orElse("");
        title.setText(source + run);
        title.setToolTipText(source + run);
    }
}
