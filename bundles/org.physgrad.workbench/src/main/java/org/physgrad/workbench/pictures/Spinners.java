package org.physgrad.workbench.pictures;

import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;

/** Fields for whole numbers. */
public final class Spinners {

    private Spinners() {}

    /**
     * Makes a field for a whole number.
     *
     * @param name its name for tests
     * @param meaning what is entered, also for those who hear the window instead of seeing it
     * @param values first value and limits
     * @return the field; its values are {@code Integer}
     */
    public static JSpinner wholeNumber(String name, String meaning, SpinnerNumberModel values) {
        JSpinner spinner = new JSpinner(values);
        JSpinner.NumberEditor editor = new JSpinner.NumberEditor(spinner, "0");
        spinner.setEditor(editor);
        spinner.setName(name);
        spinner.getAccessibleContext().setAccessibleName(meaning);
        // The keyboard's focus is in the text field, so that is what a screen reader reads.
        JFormattedTextField text = editor.getTextField();
        text.getAccessibleContext().setAccessibleName(meaning);
        text.setToolTipText(meaning);
        return spinner;
    }
}
