package org.physgrad.workbench.project;

import java.awt.Desktop;
import java.nio.file.Path;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Opens files and folders with the programs of the desktop. */
public final class DesktopOpener {

    private DesktopOpener() {}

    /**
     * Opens something in the background, or says where it is where the desktop opens nothing for programs.
     *
     * @param workbench the window
     * @param path a file or folder
     */
    public static void open(Workbench workbench, Path path) {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
            workbench.tell(Notice.info("This desktop opens nothing for programs. It is " + path + "."));
            return;
        }
        workbench.inBackground(
                "Opening " + path,
                progress -> {
                    Desktop.getDesktop().open(path.toFile());
                    return path;
                },
                opened -> {});
    }
}
