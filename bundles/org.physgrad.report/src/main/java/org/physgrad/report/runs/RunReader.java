package org.physgrad.report.runs;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.physgrad.engine.experiment.InvalidExperimentException;
import org.physgrad.engine.experiment.JsonFile;
import org.physgrad.engine.run.RunEvents;
import org.physgrad.engine.run.RunFolder;
import org.physgrad.engine.run.RunMetrics;

/** Reads runs from their folders, also while they go on. */
public final class RunReader {

    private static final List<String> NEEDED = List.of("name", "seed", "iterations");

    private RunReader() {}

    /**
     * Reads runs, and those of sweeps.
     *
     * @param folders folders of runs or of sweeps; one that is named twice counts once
     * @return the runs, in the order of the folders
     * @throws IOException if a folder holds no run, or nothing was measured in any; the message is for people
     */
    public static List<ReportedRun> read(List<Path> folders) throws IOException {
        Set<Path> paths = new LinkedHashSet<>();
        for (Path folder : folders) {
            expand(folder).forEach(path -> paths.add(path.normalize()));
        }
        List<ReportedRun> runs = new ArrayList<>();
        for (Path path : paths) {
            runs.add(read(path));
        }
        if (runs.stream().allMatch(run -> run.iterations() == 0)) {
            throw new IOException(folders.get(0) + (folders.size() > 1 ? " and the others have" : " has")
                    + " no measured iteration yet; there is nothing to report");
        }
        return runs;
    }

    private static List<Path> expand(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(
                    folder + (Files.exists(folder) ? " is a file, not the folder of a run" : " does not exist"));
        }
        if (!Files.exists(folder.resolve("sweep.json"))) {
            return List.of(folder);
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> runs = children.filter(child -> Files.exists(child.resolve("metrics.csv")))
                    .sorted()
                    .toList();
            if (runs.isEmpty()) {
                throw new IOException(folder + " is a sweep none of whose runs has begun");
            }
            return runs;
        }
    }

    private static ReportedRun read(Path path) throws IOException {
        RunFolder folder = RunFolder.open(path);
        List<String> notes = new ArrayList<>();
        return new ReportedRun(
                path,
                object(folder.experiment(), NEEDED),
                table(folder.metrics(), notes),
                table(folder.validation(), notes),
                RunEvents.read(folder.events()),
                environment(path.resolve("environment.json"), notes),
                notes);
    }

    private static RunMetrics table(Path file, List<String> notes) throws IOException {
        return Files.exists(file)
                ? RunMetrics.read(file, broken -> notes.add(broken + "; only what stands before it is shown"))
                : RunMetrics.EMPTY;
    }

    private static JsonObject environment(Path file, List<String> notes) {
        try {
            return object(file, List.of());
        } catch (IOException e) {
            notes.add(file + " cannot be read; where the run took place is not known");
            return new JsonObject();
        }
    }

    private static JsonObject object(Path file, List<String> needed) throws IOException {
        try {
            JsonObject object = JsonFile.read(file);
            for (String key : needed) {
                if (!object.has(key) || !object.get(key).isJsonPrimitive()) {
                    throw new IOException(file + " is no experiment of a run: '" + key + "' is missing");
                }
            }
            return object;
        } catch (InvalidExperimentException e) {
            throw new IOException(e.findings().get(0).message(), e);
        }
    }
}
