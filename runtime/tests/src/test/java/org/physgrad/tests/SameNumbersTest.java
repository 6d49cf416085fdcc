package org.physgrad.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.examples.EmbeddedTraining;

/** One experiment file, the same numbers: from the command line inside OSGi, and embedded in a plain Java program. */
class SameNumbersTest {

    @TempDir
    private Path folder;

    @Test
    void commandLineAndEmbeddedRunAgreeToTheLastDigit() throws Exception {
        Map<String, String> settings = Map.of("iterations", "3", "batchSize", "4", "threads", "1", "executor", "dl4j");
        Path example = Path.of(Product.example("heat-quick.json").toString());
        List<Object> command = new ArrayList<>(List.of("run", example, "--out", "run"));
        settings.forEach((path, value) -> command.addAll(List.of("--set", path + "=" + value)));

        Product.Result result = Product.run(folder, command.toArray());
        assertEquals(0, result.exitCode(), result::toString);
        List<String> embedded = new ArrayList<>();
        EmbeddedTraining.train(example, settings, new TrainingListener() {
            @Override
            public void iterated(IterationRecord iteration) {
                embedded.add(iteration.metrics().get("x_l1").toString());
            }
        });

        List<List<String>> rows = new RunFolder(folder.resolve("run")).metrics();
        int column = rows.get(0).indexOf("x_l1");
        List<String> fromCommand = rows.subList(1, rows.size()).stream()
                .map(row -> row.get(column))
                .toList();
        assertEquals(fromCommand, embedded);
    }
}
