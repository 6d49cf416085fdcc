package org.physgrad.workbench.runs;

import java.awt.Component;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.physgrad.workbench.pictures.Spinners;

/** Asks for a whole number. */
final class NumberDialog {

    private static final int LARGEST = 100_000_000;

    private NumberDialog() {}

    /**
     * Asks and waits for the answer.
     *
     * @return the number, empty if people thought better of it
     */
    static Optional<Integer> ask(Component owner, String title, String question, int proposal, int smallest) {
        JSpinner number =
                Spinners.wholeNumber("number", question, new SpinnerNumberModel(proposal, smallest, LARGEST, 1));
        JLabel label = new JLabel(question);
        label.setLabelFor(number);
        JPanel panel = new JPanel(new MigLayout("insets 0"));
        panel.add(label);
        panel.add(number, "width 100::");
        int answer = JOptionPane.showConfirmDialog(
                owner, panel, title, JOptionPane.OK_CANCEL_OPTION, JOptionPane.PLAIN_MESSAGE);
        return answer == JOptionPane.OK_OPTION ? Optional.of((Integer) number.getValue()) : Optional.empty();
    }
}
