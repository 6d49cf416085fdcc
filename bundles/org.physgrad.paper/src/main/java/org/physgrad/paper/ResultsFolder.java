package org.physgrad.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.files.WholeFile;
import org.physgrad.sweeps.Summary;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;

/**
 * A folder of re-measured results: {@code SCALE/SWEEP} is the folder of a sweep, {@code figures} holds tables, {@code RESULTS.md} the comparison.
 *
 * @param path the folder
 */
public record ResultsFolder(Path path) {

    /** The scales, the most telling one first. */
    public static final List<String> SCALES = List.of("paper", "medium", "quick");

    /** Names of the sweeps, which are those of their files in {@code examples/paper}. */
    public static List<String> sweeps() {
        return Training.ALL.stream().map(Training::sweep).toList();
    }

    /**
     * Says where the runs of a sweep go.
     *
     * @param scale one of {@link #SCALES}
     * @param sweep one of {@link #sweeps}
     * @return the sweep folder, which need not exist yet
     */
    public Path sweep(String scale, String sweep) {
        return path.resolve(scale).resolve(sweep);
    }

    Optional<Runs> runs(Catalog catalog, String scale, Training training) throws IOException {
        Path folder = sweep(scale, training.sweep());
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        SweepFolder opened = SweepFolder.open(folder);
        Sweep sweep = opened.sweep(catalog);
        return Optional.of(new Runs(scale, Summary.of(sweep, opened), training.metric(), sweep.window()));
    }

    void write(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Files.createDirectories(file.getParent());
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
