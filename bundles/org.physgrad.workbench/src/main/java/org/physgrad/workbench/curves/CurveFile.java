package org.physgrad.workbench.curves;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.physgrad.visuals.chart.Chart;
import org.physgrad.visuals.chart.ChartFormat;
import org.physgrad.workbench.pictures.SaveDialog;
import org.physgrad.workbench.spi.Notice;
import org.physgrad.workbench.spi.Workbench;

/** Saves learning curves: as they are seen, or as numbers. */
final class CurveFile {

    private CurveFile() {}

    /** Asks for a file, whose ending says the format, and writes it in the background. */
    static void save(Workbench workbench, Chart chart, int width, int height) {
        List<String> formats =
                Arrays.stream(ChartFormat.values()).map(ChartFormat::extension).toList();
        SaveDialog.ask(workbench, workbench.folder().resolve("curves.svg"), formats)
                .ifPresent(file -> workbench.inBackground(
                        "Saving " + file.getFileName(),
                        progress -> write(chart, width, height, file),
                        saved -> workbench.tell(Notice.info("Saved " + saved))));
    }

    private static Path write(Chart chart, int width, int height, Path file) throws IOException {
        ChartFormat format = ChartFormat.valueOf(SaveDialog.extension(file).toUpperCase(Locale.ROOT));
        try (OutputStream out = Files.newOutputStream(file)) {
            format.write(chart, width, height, out);
        }
        return file;
    }
}
