package org.physgrad.workbench.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Asks where to save a picture. */
public final class SaveDialog {

    private SaveDialog() {}

    /**
     * Asks and waits for the answer.
     *
     * @param workbench the window
     * @param proposal file to begin with
     * @param extensions ends of file names that say a format, in lower case
     * @return a file whose name ends in one of them, to be written or replaced; empty if people thought better of it
     */
    public static Optional<Path> ask(Workbench workbench, Path proposal, List<String> extensions) {
        JFileChooser chooser = new JFileChooser();
        chooser.setName("save.chooser");
        extensions.forEach(extension -> chooser.addChoosableFileFilter(
                new FileNameExtensionFilter(extension.toUpperCase(Locale.ROOT), extension)));
        chooser.setSelectedFile(proposal.toFile());
        if (chooser.showSaveDialog(workbench.window()) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        Path file = chooser.getSelectedFile().toPath();
        String name = file.getFileName().toString();
        if (!extensions.contains(extension(file))) {
            workbench.tell(Notice.warning(
                    name + " ends in no format that can be written: take ." + String.join(", .", extensions) + "."));
            return Optional.empty();
        }
        boolean free = !Files.exists(file)
                || JOptionPane.showConfirmDialog(
                                workbench.window(), "Replace " + name + "?", "Save", JOptionPane.YES_NO_OPTION)
                        == JOptionPane.YES_OPTION;
        return free ? Optional.of(file) : Optional.empty();
    }

    /**
     * Reads the end of a file's name.
     *
     * @param file the file
     * @return what comes after the last dot, in lower case
     */
    public static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
