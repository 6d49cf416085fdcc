package org.physgrad.workbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in the workspace folder.
 *
 * @param experiments experiment files, by name
 * @param runs runs, by name
 */
record Project(List<Path> experiments, List<RunSummary> runs) {

    static final Project EMPTY = new Project(List.of(), List.of());

    /** Where runs lie in a workspace folder. */
    static Path runs(Path workspace) {
        return workspace.resolve("runs");
    }

    static Project scan(Path workspace) throws IOException {
        List<RunSummary> runs = Files.isDirectory(runs(workspace))
                ? entries(runs(workspace)).stream()
                        .map(RunSummary::read)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
        return new Project(
                entries(workspace).stream().filter(Project::isExperiment).toList(), runs);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static boolean isExperiment(Path file) {
        return file.getFileName().toString().endsWith(".json") && Files.isRegularFile(file);
    }
}
