package org.physgrad.workbench.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window is about at this moment.
 *
 * @param experiment the experiment file that is selected
 * @param runs the run folders that are selected, the one that views show first
 */
public record Selection(Optional<Path> experiment, List<Path> runs) {

    /** Nothing is selected. */
    public static final Selection NONE = new Selection(Optional.empty(), List.of());

    /**
     * Selects an experiment and no run.
     *
     * @param file the experiment file
     * @return the selection
     */
    public static Selection ofExperiment(Path file) {
        return new Selection(Optional.of(file), List.of());
    }

    /**
     * Selects runs.
     *
     * @param folders run folders, the one to show first
     * @return the selection
     */
    public static Selection ofRuns(List<Path> folders) {
        return new Selection(Optional.empty(), List.copyOf(folders));
    }

    /** The run that views show. */
    public Optional<Path> run() {
        return runs.stream().findFirst();
    }
}
