package org.physgrad.workbench.project;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files and folders with the programs of the desktop. */
public final class DesktopOpener {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopOpener.class);

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
        workbench.inBackground("Opening " + path, progress -> isOpened(path), opened -> {
            if (!opened) {
                workbench.tell(Notice.warning("No program of this desktop opens " + path + "; open it by hand."));
            }
        });
    }

    private static boolean isOpened(Path path) {
        try {
            Desktop.getDesktop().open(path.toFile());
            return true;
        } catch (IOException e) {
            LOG.info("{} cannot be opened", path, e);
            return false;
        }
    }
}
