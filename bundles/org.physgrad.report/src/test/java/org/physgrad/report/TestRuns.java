package org.physgrad.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** Run folders of an experiment with parts that are not installed. */
public final class TestRuns {

    private TestRuns() {}

    /** A run of {@code iterations} iterations that take 0.5 s each. */
    public static Path write(Path folder, String rate, long seed, int iterations, IntToDoubleFunction metric)
            throws IOException {
        Files.createDirectories(folder.resolve("checkpoints"));
        Files.writeString(folder.resolve("experiment.json"), """
                { "name": "rates/%s_seed-%d", "problem": { "type": "gone" }, "optimizer": { "type": "sgd", "learningRate": %s },
                  "iterations": %d, "seed": %d }
                """.formatted(rate, seed, rate, iterations, seed));
        StringBuilder table = new StringBuilder("iteration,wall_s,cpu_s,solver_calls,x_l1,train_loss\n");
        for (int iteration = 1; iteration <= iterations; iteration++) {
            double value = metric.applyAsDouble(iteration);
            table.append(String.format(
                    Locale.ROOT,
                    "%d,0.5,0.4,%d,%s,%s%n",
                    iteration,
                    1,
                    Double.toString(value),
                    Double.toString(value)));
        }
        Files.writeString(folder.resolve("metrics.csv"), table.toString());
        Files.writeString(
                folder.resolve("environment.json"),
                "{ \"java\": \"17\", \"bundles\": [ { \"name\": \"engine\", \"version\": \"1\", \"sha256\": \"abc\" } ] }");
        return end(folder, "{\"event\":\"started\",\"time\":\"T\"}\n{\"event\":\"done\",\"time\":\"T\"}\n");
    }

    /** Replaces what happened in a run. */
    public static Path end(Path folder, String events) throws IOException {
        Files.writeString(folder.resolve("events.jsonl"), events);
        return folder;
    }
}
