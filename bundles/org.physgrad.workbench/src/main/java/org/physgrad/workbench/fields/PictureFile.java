package org.physgrad.workbench.fields;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.physgrad.workbench.pictures.SaveDialog;
import org.physgrad.workbench.runs.TrackedRun;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Saves pictures of fields as PNG files. */
final class PictureFile {

    private static final String FORMAT = "png";

    private PictureFile() {}

    /**
     * Asks for a file, and writes it in the background.
     *
     * @param run the run that is shown: its folder of figures is proposed
     * @param name proposed file name, without extension
     */
    static void save(Workbench workbench, Optional<TrackedRun> run, String name, BufferedImage picture) {
        Path folder = run.map(shown -> shown.folder().resolve("figures"))
                .filter(Files::isDirectory)
                .orElse(workbench.folder());
        SaveDialog.ask(workbench, folder.resolve(name + "." + FORMAT), List.of(FORMAT))
                .ifPresent(file -> workbench.inBackground(
                        "Saving " + file.getFileName(),
                        progress -> write(picture, file),
                        saved -> workbench.tell(Notice.info("Saved " + saved))));
    }

    private static Path write(BufferedImage picture, Path file) throws IOException {
        if (!ImageIO.write(picture, FORMAT, file.toFile())) {
            throw new IOException(file + " cannot be written as PNG");
        }
        return file;
    }
}
