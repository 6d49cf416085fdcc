package org.physgrad.workbench.shell;

import java.awt.Dimension;
import java.awt.Window;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.physgrad.workbench.spi.Notice;

/** A dialog with all that is known of a notice. */
final class NoticeDetails {

    private NoticeDetails() {}

    static void show(Window owner, Notice notice) {
        JTextArea text = new JTextArea(notice.message() + "\n\n" + notice.details());
        text.setName("details.text");
        text.getAccessibleContext().setAccessibleName("Details");
        text.setEditable(false);
        text.setLineWrap(true);
        text.setCaretPosition(0);
        JScrollPane scroll = new JScrollPane(text);
        scroll.setPreferredSize(new Dimension(720, 360));
        JOptionPane pane = new JOptionPane(scroll, JOptionPane.PLAIN_MESSAGE);
        JDialog dialog = pane.createDialog(owner, "Details");
        dialog.setResizable(true);
        dialog.setModal(false);
        dialog.setVisible(true);
    }
}
