package org.physgrad.workbench.inference;

import java.awt.Dialog;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.workbench.spi.Workbench;

/** Asks which observations a network shall answer. It stays open until what is entered makes sense. */
final class InferDialog {

    private final InferForm form;
    private final JDialog dialog;
    private final JTextArea verdict = new JTextArea(2, 40);
    private Optional<InferenceRequest> request = Optional.empty();

    private InferDialog(Workbench workbench, Subject subject, Entries entries) {
        form = new InferForm(workbench.catalog(), subject, workbench.folder(), entries);
        dialog = new JDialog(
                workbench.window(), "Infer with " + subject.run().name(), Dialog.ModalityType.APPLICATION_MODAL);
        dialog.setName("infer.dialog");
        verdict.setName("infer.verdict");
        verdict.getAccessibleContext().setAccessibleName("What is wrong");
        verdict.setEditable(false);
        verdict.setFocusable(false);
        verdict.setOpaque(false);
        verdict.setLineWrap(true);
        verdict.setWrapStyleWord(true);
        verdict.setForeground(UIManager.getColor("Actions.Red"));
        JButton infer = new JButton("Infer");
        infer.setName("infer.begin");
        infer.addActionListener(event -> begin());
        JButton cancel = new JButton("Cancel");
        cancel.setName("infer.cancel");
        cancel.addActionListener(event -> dialog.dispose());
        JPanel content = new JPanel(new MigLayout("insets 12, fill, wrap 1", "[grow]", "[grow][][]"));
        content.add(form.component(), "grow");
        content.add(verdict, "growx, wmin 0");
        content.add(infer, "split 2, right, tag ok");
        content.add(cancel, "tag cancel");
        content.registerKeyboardAction(
                event -> dialog.dispose(),
                KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        dialog.setContentPane(content);
        dialog.getRootPane().setDefaultButton(infer);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.pack();
        dialog.setMinimumSize(dialog.getSize());
        dialog.setLocationRelativeTo(workbench.window());
    }

    /**
     * Asks and waits for the answer.
     *
     * @param entries what was entered before, to begin with; what is entered now, afterwards
     * @return what people want, empty if they thought better of it
     */
    static Optional<InferenceRequest> ask(Workbench workbench, Subject subject, Entries entries) {
        InferDialog asked = new InferDialog(workbench, subject, entries);
        asked.dialog.setVisible(true);
        asked.form.keep();
        return asked.request;
    }

    private void begin() {
        try {
            InferenceRequest read = form.read();
            if (mayReplace(InferForm.replaced(read))) {
                request = Optional.of(read);
                dialog.dispose();
            }
        } catch (IOException | InvalidExperimentException e) {
            verdict.setText(e.getMessage());
        }
    }

    private boolean mayReplace(List<Path> files) {
        String names = files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(" and "));
        return files.isEmpty()
                || JOptionPane.showConfirmDialog(dialog, "Replace " + names + "?", "Infer", JOptionPane.YES_NO_OPTION)
                        == JOptionPane.YES_OPTION;
    }
}
