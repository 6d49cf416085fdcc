package org.physgrad.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/** The checkpoints of a run: DL4J model files with updater state, each written whole or not at all; the newest few are kept. */
final class Checkpoints {

    private static final int KEPT = 3;

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** Writes a checkpoint and removes the oldest ones beyond those that are kept. */
    Path write(int iteration, ComputationGraph network) throws IOException {
        String name = String.format(Locale.ROOT, "iteration-%07d.zip", iteration);
        Path temporary = folder.resolve(name + ".tmp");
        ModelSerializer.writeModel(network, temporary.toFile(), true);
        Path file = folder.resolve(name);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        List<Path> all = list();
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.delete(old);
        }
        return file;
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }
}
