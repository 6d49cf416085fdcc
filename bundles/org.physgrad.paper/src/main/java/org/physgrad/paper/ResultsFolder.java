package org.physgrad.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.sweeps.Summary;
import org.physgrad.sweeps.Sweep;
import org.physgrad.sweeps.SweepFolder;

/**
 * A folder of re-measured results: {@code SCALE/SWEEP} is the folder of a sweep.
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

    /** The runs of a training at all scales that there are, the most telling one first. */
    List<Runs> runs(Catalog catalog, Training training) throws IOException {
        List<Runs> found = new ArrayList<>();
        for (String scale : SCALES) {
            Path folder = sweep(scale, training.sweep());
            if (Files.exists(folder)) {
                SweepFolder opened = SweepFolder.open(folder);
                Sweep sweep = opened.sweep(catalog);
                found.add(new Runs(scale, sweep, opened, Summary.of(sweep, opened), training.metric()));
            }
        }
        return found;
    }
}
