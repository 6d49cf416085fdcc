package org.physgrad.engine.run;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;

/** Writes what happens in a run into its folder: metrics, events, checkpoints, environment. */
public final class RunRecorder implements TrainingListener, AutoCloseable {

    private static final Gson GSON = new Gson();

    private final RunFolder folder;
    private final Checkpoints checkpoints;
    private final Writer metrics;
    private final Writer events;

    /**
     * Opens the files of a run.
     *
     * @param folder the run's folder
     * @throws IOException if they cannot be written
     */
    public RunRecorder(RunFolder folder) throws IOException {
        this.folder = folder;
        this.checkpoints = new Checkpoints(folder.checkpoints());
        this.metrics = open(folder.metrics());
        this.events = open(folder.events());
    }

    @Override
    public void started(Start start) {
        guard(() -> {
            folder.writeWhole("environment.json", Environment.describe(start));
            metrics.write(
                    "iteration,wall_s,cpu_s,solver_calls," + String.join(",", start.metricNames()) + ",train_loss\n");
            metrics.flush();
        });
        JsonObject details = new JsonObject();
        details.addProperty("executor", start.executor());
        details.addProperty("threads", start.threads());
        if (!start.note().isEmpty()) {
            details.addProperty("note", start.note());
        }
        event("started", details);
    }

    @Override
    public void iterated(IterationRecord iteration) {
        StringBuilder line = new StringBuilder();
        line.append(iteration.iteration())
                .append(',')
                .append((float) iteration.wallSeconds())
                .append(',')
                .append((float) iteration.cpuSeconds())
                .append(',')
                .append(iteration.solverCalls());
        iteration.metrics().values().forEach(metric -> line.append(',').append(metric));
        line.append(',').append(iteration.trainingLoss()).append('\n');
        guard(() -> {
            metrics.write(line.toString());
            metrics.flush();
        });
    }

    @Override
    public void checkpoint(int iteration, ComputationGraph network) {
        JsonObject details = new JsonObject();
        details.addProperty("iteration", iteration);
        guard(() -> details.addProperty(
                "file",
                folder.path().relativize(checkpoints.write(iteration, network)).toString()));
        event("checkpoint", details);
    }

    /**
     * Notes how the run ended.
     *
     * @param ending how it ended
     */
    public void ended(Ending ending) {
        JsonObject details = new JsonObject();
        details.addProperty("iteration", ending.iteration());
        if (!ending.reason().isEmpty()) {
            details.addProperty("reason", ending.reason());
        }
        event(ending.kind().name().toLowerCase(Locale.ROOT), details);
    }

    /**
     * Notes that the run failed.
     *
     * @param failure what was thrown
     */
    public void failed(RuntimeException failure) {
        StringWriter stackTrace = new StringWriter();
        failure.printStackTrace(new PrintWriter(stackTrace));
        JsonObject details = new JsonObject();
        details.addProperty("reason", String.valueOf(failure.getMessage()));
        details.addProperty("stackTrace", stackTrace.toString());
        event("failed", details);
    }

    /**
     * Notes an event.
     *
     * @param name what happened, in lower case
     * @param details what else is known of it
     */
    public void event(String name, JsonObject details) {
        JsonObject event = new JsonObject();
        event.addProperty("time", Instant.now().toString());
        event.addProperty("event", name);
        details.entrySet().forEach(entry -> event.add(entry.getKey(), entry.getValue()));
        guard(() -> {
            events.write(GSON.toJson(event) + "\n");
            events.flush();
        });
    }

    @Override
    public void close() throws IOException {
        try (metrics) {
            events.close();
        }
    }

    private static Writer open(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void guard(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
