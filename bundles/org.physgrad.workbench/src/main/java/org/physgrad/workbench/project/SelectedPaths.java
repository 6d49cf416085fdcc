package org.physgrad.workbench.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.physgrad.workbench.spi.Selection;
import org.physgrad.workbench.spi.Workbench;

/** The files and folders that are selected. */
final class SelectedPaths {

    private SelectedPaths() {}

    static List<Path> of(Workbench workbench) {
        Selection selection = workbench.selection();
        return Stream.concat(selection.experiment().stream(), selection.runs().stream())
                .toList();
    }

    /** Says that nothing is selected, if so. */
    static Optional<String> refusal(Workbench workbench) {
        return of(workbench).isEmpty() ? Optional.of("no experiment or run is selected") : Optional.empty();
    }
}
