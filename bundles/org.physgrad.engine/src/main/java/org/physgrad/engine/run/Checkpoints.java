package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.physgrad.engine.training.TrainingState;

/** The checkpoints of a run: DL4J model files with updater state, each written whole or not at all; the newest few are kept. */
final class Checkpoints {

    private static final int KEPT = 3;
    private static final String PREFIX = "iteration-";
    private static final String SUFFIX = ".zip";
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "\\d{1,10}" + Pattern.quote(SUFFIX));

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** Writes a checkpoint and removes the oldest ones beyond those that are kept. */
    Path write(int iteration, ComputationGraph network) throws IOException {
        String name = String.format(Locale.ROOT, PREFIX + "%07d" + SUFFIX, iteration);
        Path temporary = folder.resolve(name + ".tmp");
        try {
            ModelSerializer.writeModel(network, temporary.toFile(), true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary); // gives a full disk its room back
            throw e;
        }
        Path file = folder.resolve(name);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        List<Path> all = list();
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.delete(old);
        }
        return file;
    }

    /**
     * Reads the newest checkpoint that is whole.
     *
     * @param damaged told of each newer one that is not
     * @return its state, empty if none is whole
     */
    Optional<TrainingState> readNewest(Consumer<Path> damaged) throws IOException {
        List<Path> files = new ArrayList<>(list());
        Collections.reverse(files);
        for (Path file : files) {
            try {
                return Optional.of(read(file));
            } catch (IOException | RuntimeException e) {
                // A file that was cut off fails in the archive's checksums, or earlier in one of several ways.
                damaged.accept(file);
            }
        }
        return Optional.empty();
    }

    private static TrainingState read(Path file) throws IOException {
        return ModelArchive.read(file).state(Math.toIntExact(iteration(file)));
    }

    /** All checkpoints, the oldest first. */
    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(name(file)).matches())
                    .sorted(Comparator.comparingLong(Checkpoints::iteration))
                    .toList();
        }
    }

    private static long iteration(Path file) {
        String name = name(file);
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
