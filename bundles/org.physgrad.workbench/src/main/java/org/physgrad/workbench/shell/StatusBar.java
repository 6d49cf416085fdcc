package org.physgrad.workbench.shell;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;

/** The line at the bottom: the newest notice, background work, and the processor. */
final class StatusBar extends JPanel {

    private static final long serialVersionUID = 1L;

    private static final int STEPS = 1000;

    private final JLabel message = new JLabel(" ");
    private final JLabel machine = new JLabel();
    private final JProgressBar progress = new JProgressBar(0, STEPS);
    private final JButton cancel = new JButton("Cancel");

    StatusBar() {
        super(new MigLayout("insets 3 8 3 8, fillx, hidemode 3", "[grow, 0:0:][][][]", "[22!]"));
        setName("statusBar");
        message.setName("status.message");
        message.getAccessibleContext().setAccessibleName("Newest message");
        machine.setName("status.machine");
        machine.getAccessibleContext().setAccessibleName("Processor and executor");
        progress.setName("status.progress");
        progress.getAccessibleContext().setAccessibleName("Progress of background work");
        progress.setStringPainted(true);
        cancel.setName("status.cancel");
        add(message, "growx, wmin 0"); // a long one is cut, not laid over the others
        add(progress, "w 220!");
        add(cancel, "h 22!");
        add(machine, "gapleft 12");
        idle();
    }

    void message(String text) {
        message.setText(text.lines().findFirst().orElse(""));
        message.setToolTipText(text);
    }

    void machine(String text) {
        machine.setText(text);
    }

    void busy(String text, double fraction) {
        progress.setVisible(true);
        cancel.setVisible(true);
        progress.setIndeterminate(fraction < 0);
        progress.setValue((int) Math.round(Math.max(0, fraction) * STEPS));
        progress.setString(text);
    }

    final void idle() {
        progress.setIndeterminate(false); // or its animation would go on unseen
        progress.setVisible(false);
        cancel.setVisible(false);
    }

    void onCancel(Runnable work) {
        cancel.addActionListener(event -> work.run());
    }
}
