package org.physgrad.workbench.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Stands in the place of a view that threw. */
final class FailurePanel extends JPanel {

    private static final long serialVersionUID = 1L;

    FailurePanel(String title, Throwable cause, Runnable retry) {
        super(new MigLayout("wrap 1, insets 12, fill", "[grow]", "[][][grow]"));
        setName("failure");
        add(new JLabel("\"" + title + "\" failed: " + cause));
        JButton again = new JButton("Open it again");
        again.setName("failure.retry");
        again.addActionListener(event -> retry.run());
        add(again);
        StringWriter details = new StringWriter();
        cause.printStackTrace(new PrintWriter(details));
        JTextArea text = new JTextArea(details.toString());
        text.setEditable(false);
        text.setCaretPosition(0);
        text.getAccessibleContext().setAccessibleName("Details of the failure");
        add(new JScrollPane(text), "grow");
    }
}
