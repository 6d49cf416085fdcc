package org.physgrad.workbench.curves;

import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.workbench.pictures.Spinners;

/** Chooses how learning curves are shown. */
final class CurveControls {

    private static final int WIDEST_WINDOW = 100_000;

    /** Layout of a control that may be narrower than what it lists. */
    private static final String NARROW = "wmin 60";

    private final DefaultComboBoxModel<String> metrics = new DefaultComboBoxModel<>();
    private final JComboBox<String> metric = new JComboBox<>(metrics);
    private final JComboBox<RunAxis> axis = new JComboBox<>(RunAxis.values());
    private final JCheckBox logX = new JCheckBox("Log x");
    private final JCheckBox logY = new JCheckBox("Log y");
    private final JSpinner window = Spinners.wholeNumber(
            "curves.window",
            "Iterations in the running mean; the raw values stay behind it, pale",
            new SpinnerNumberModel(1, 1, WIDEST_WINDOW, 1));
    private final JCheckBox bands = new JCheckBox("Seed bands");
    private final JPanel panel = new JPanel(new MigLayout("insets 0, gapx 6, gapy 2, nogrid"));
    private final Runnable changed;
    private List<String> listed = List.of();
    private boolean listing;

    /**
     * Makes the controls.
     *
     * @param chosen what is chosen at first
     * @param changed called back after each choice
     */
    CurveControls(CurveSettings chosen, Runnable changed) {
        this.changed = changed;
        metrics.setSelectedItem(chosen.metric());
        axis.setSelectedItem(chosen.axis());
        logX.setSelected(chosen.logX());
        logY.setSelected(chosen.logY());
        window.setValue(chosen.window());
        bands.setSelected(chosen.bands());
        add(metric, "metric", "Metric", NARROW);
        panel.add(new JLabel("over"));
        add(axis, "axis", "Axis to the right", NARROW);
        add(logX, "logX", "Logarithmic axis to the right", "");
        add(logY, "logY", "Logarithmic axis upwards", "");
        JLabel label = new JLabel("Mean of");
        label.setLabelFor(window);
        panel.add(label, "newline"); // two rows, for a narrow view
        ((JSpinner.DefaultEditor) window.getEditor()).getTextField().setColumns(4);
        panel.add(window);
        add(
                bands,
                "bands",
                "Runs that differ in their seed alone become their median, with a band that holds half of them",
                "");
        metric.addActionListener(event -> changed());
        axis.addActionListener(event -> changed());
        logX.addActionListener(event -> changed());
        logY.addActionListener(event -> changed());
        window.addChangeListener(event -> changed());
        bands.addActionListener(event -> changed());
    }

    JPanel component() {
        return panel;
    }

    CurveSettings settings() {
        return new CurveSettings(
                (String) metrics.getSelectedItem(),
                (RunAxis) axis.getSelectedItem(),
                logX.isSelected(),
                logY.isSelected(),
                (Integer) window.getValue(),
                bands.isSelected());
    }

    /** Offers these metrics; the choice stays if it is among them. */
    void offer(List<String> names) {
        if (names.equals(listed)) {
            return;
        }
        Object before = metrics.getSelectedItem();
        listed = names;
        listing = true;
        try {
            metrics.removeAllElements();
            metrics.addAll(names);
            metrics.setSelectedItem(names.contains(before) || names.isEmpty() ? before : names.get(0));
        } finally {
            listing = false;
        }
    }

    private void changed() {
        if (!listing) {
            changed.run();
        }
    }

    private void add(JComponent control, String name, String help, String constraints) {
        control.setName("curves." + name);
        control.setToolTipText(help);
        control.getAccessibleContext().setAccessibleName(help);
        panel.add(control, constraints);
    }
}
