package org.physgrad.engine.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.experiment.Difference;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.Exchange;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.engine.training.ValidationRecord;

/** Writes what happens in a run into its folder: metrics, events, checkpoints, environment. */
public final class RunRecorder implements TrainingListener, AutoCloseable {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** The folder of the run can no longer be written. */
    static final class UnwritableException extends UncheckedIOException {

        private UnwritableException(IOException cause) {
            super(cause);
        }
    }

    private final RunFolder folder;
    private final Checkpoints checkpoints;
    private final Writer metrics;
    private final Writer events;

    private RunRecorder(RunFolder folder, Writer metrics, Writer events) {
        this.folder = folder;
        this.checkpoints = new Checkpoints(folder.checkpoints());
        this.metrics = metrics;
        this.events = events;
    }

    /**
     * Opens the files of a new run.
     *
     * @param folder the run's folder
     * @return the recorder; close it after the run
     * @throws IOException if they cannot be written
     */
    public static RunRecorder begin(RunFolder folder) throws IOException {
        return new RunRecorder(
                folder,
                open(folder.metrics(), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND),
                open(folder.events(), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND));
    }

    /**
     * Opens the files of an earlier run to go on writing. Iterations after the checkpoint are forgotten: they will be run again.
     *
     * @param folder the run's folder
     * @param experiment what is run from now on
     * @param iteration the iteration of the checkpoint that the run goes on from
     * @return the recorder; close it after the run
     * @throws IOException if they cannot be written
     */
    public static RunRecorder resume(RunFolder folder, Experiment experiment, int iteration) throws IOException {
        if (Files.exists(folder.metrics())) {
            List<String> lines = Files.readAllLines(folder.metrics(), StandardCharsets.UTF_8);
            List<String> kept = lines.subList(0, Math.min(lines.size(), iteration + 1));
            folder.writeWhole("metrics.csv", kept.isEmpty() ? "" : String.join("\n", kept) + "\n");
        }
        ValidationTable.forget(folder, at -> at > iteration || !experiment.validatesAt(at));
        RunRecorder recorder = new RunRecorder(
                folder,
                open(folder.metrics(), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                open(folder.events(), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        recorder.endCutLine();
        JsonObject details = new JsonObject();
        details.addProperty("iteration", iteration);
        recorder.event("resumed", details);
        return recorder;
    }

    /** The last event of a run that was killed, or whose disk was full, may lack its end. */
    private void endCutLine() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.events().toFile(), "r")) {
            if (file.length() > 0) {
                file.seek(file.length() - 1);
                if (file.read() != '\n') {
                    events.write('\n');
                }
            }
        }
    }

    @Override
    public void started(Start start) {
        guard(() -> {
            folder.writeWhole("environment.json", Environment.describe(start));
            if (Files.size(folder.metrics()) == 0) {
                metrics.write("iteration,wall_s,cpu_s,solver_calls,");
                for (String name : start.metricNames()) {
                    metrics.write(name + ",");
                }
                metrics.write("train_loss\n");
                metrics.flush();
            }
        });
        JsonObject details = new JsonObject();
        details.addProperty("executor", start.executor());
        if (!start.device().isEmpty()) { // not the same in all parts of a run that is resumed elsewhere
            details.addProperty("device", start.device());
        }
        details.addProperty("threads", start.threads());
        if (!start.examples().isEmpty()) {
            details.addProperty("examples", start.examples());
        }
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
    public void validated(ValidationRecord validation) {
        guard(() -> ValidationTable.append(folder, validation));
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

    @Override
    public void paused(String reason, Optional<Throwable> cause) {
        JsonObject details = new JsonObject();
        details.addProperty("reason", reason);
        cause.ifPresent(thrown -> details.addProperty("stackTrace", stackTrace(thrown)));
        event("paused", details);
    }

    @Override
    public void proceeded() {
        event("proceeded", new JsonObject());
    }

    @Override
    public void exchanged(Exchange exchange) {
        event("exchanged", GSON.toJsonTree(exchange).getAsJsonObject());
    }

    @Override
    public void changed(Experiment previous, Experiment experiment) {
        guard(() -> folder.write(experiment));
        JsonObject details = new JsonObject();
        for (Difference difference : Difference.between(previous, experiment)) {
            details.addProperty(difference.path(), difference.after().orElse("gone"));
        }
        event("changed", details);
    }

    @Override
    public void optimizerReset(String reason) {
        JsonObject details = new JsonObject();
        details.addProperty("reason", reason);
        event("optimizer-reset", details);
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
    public void failed(Exception failure) {
        JsonObject details = new JsonObject();
        details.addProperty("reason", String.valueOf(failure.getMessage()));
        details.addProperty("stackTrace", stackTrace(failure));
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

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Writer open(Path file, OpenOption... options) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8, options);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void guard(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UnwritableException(e);
        }
    }
}
