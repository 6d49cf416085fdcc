package org.physgrad.workbench.inference;

import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** A file to be named, by typing or with a file chooser. */
final class FileRow {

    /** Whether the file is there already. */
    enum Kind {
        /** It is read. */
        INPUT,
        /** It is written. */
        OUTPUT
    }

    private final Path folder;
    private final String meaning;
    private final String format;
    private final Kind kind;
    private final JLabel label;
    private final JTextField field = new JTextField();
    private final JButton browse = new JButton("...");

    /**
     * Makes a row.
     *
     * @param name its name for tests
     * @param meaning what the file is, for people
     * @param format shape and formats of what is in it
     * @param folder where names begin that are not absolute
     */
    FileRow(String name, String meaning, String format, Kind kind, Path folder) {
        this.folder = folder;
        this.meaning = meaning;
        this.format = format;
        this.kind = kind;
        this.label = new JLabel(meaning);
        label.setLabelFor(field);
        field.setName(name);
        field.getAccessibleContext().setAccessibleName(meaning);
        field.putClientProperty("JTextField.placeholderText", format);
        field.setToolTipText(format);
        browse.setName(name + ".browse");
        browse.getAccessibleContext().setAccessibleName("Choose the file of " + meaning);
        browse.addActionListener(event -> choose());
    }

    void addTo(JPanel panel) {
        panel.add(label);
        panel.add(field, "growx");
        panel.add(browse, "wrap");
    }

    void propose(String file) {
        field.setText(file);
    }

    /** What was entered, as it was. */
    String text() {
        return field.getText();
    }

    /** What its entry is kept by: runs may read the same file if it suits them, but each writes its own. */
    String key(Path run) {
        return field.getName() + " " + (kind == Kind.INPUT ? format : run);
    }

    private void choose() {
        JFileChooser chooser = new JFileChooser(folder.toFile());
        chooser.setName(field.getName() + ".chooser");
        chooser.setDialogTitle(meaning);
        Component owner = field.getTopLevelAncestor();
        int answer = kind == Kind.INPUT ? chooser.showOpenDialog(owner) : chooser.showSaveDialog(owner);
        File chosen = chooser.getSelectedFile();
        if (answer == JFileChooser.APPROVE_OPTION && chosen != null) {
            field.setText(chosen.toString());
        }
    }

    /**
     * Reads the row.
     *
     * @return the absolute location; empty if nothing was entered
     * @throws IOException if that is no name of a file; the message is for people
     */
    Optional<String> location() throws IOException {
        String text = field.getText().strip();
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(folder.resolve(text).normalize().toString());
        } catch (InvalidPathException e) {
            throw new IOException(meaning + ": '" + text + "' is no name of a file: " + e.getReason(), e);
        }
    }

    /**
     * Reads a row that must be filled in.
     *
     * @throws IOException if it is not; the message is for people
     */
    String needed() throws IOException {
        return location().orElseThrow(() -> new IOException(meaning + ": name a file."));
    }
}
