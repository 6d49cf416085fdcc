package org.physgrad.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.experiment.Difference;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.Exchange;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.ValidationRecord;

/** Prints one JSON object per event, for programs. */
final class JsonReporter implements RunReporter {

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    private final PrintWriter out;

    JsonReporter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void opened(Path folder) {
        JsonObject event = event("opened");
        event.addProperty("folder", folder.toString());
        print(event);
    }

    @Override
    public void started(Start start) {
        JsonObject event = event("started");
        event.addProperty("executor", start.executor());
        if (!start.device().isEmpty()) {
            event.addProperty("device", start.device());
        }
        if (!start.examples().isEmpty()) {
            event.addProperty("examples", start.examples());
        }
        event.addProperty("note", start.note());
        event.addProperty("threads", start.threads());
        event.addProperty("backend", start.backend());
        event.addProperty("parameters", start.parameters());
        print(event);
    }

    @Override
    public void iterated(IterationRecord iteration) {
        JsonObject event = event("iteration");
        event.addProperty("iteration", iteration.iteration());
        event.addProperty("wall_s", iteration.wallSeconds());
        event.addProperty("cpu_s", iteration.cpuSeconds());
        event.addProperty("solver_calls", iteration.solverCalls());
        iteration.metrics().forEach(event::addProperty);
        event.addProperty("train_loss", iteration.trainingLoss());
        print(event);
    }

    @Override
    public void validated(ValidationRecord validation) {
        JsonObject event = event("validation");
        event.addProperty("iteration", validation.iteration());
        event.addProperty("examples", validation.examples());
        validation.metrics().forEach(event::addProperty);
        print(event);
    }

    @Override
    public void paused(String reason, Optional<Throwable> cause) {
        JsonObject event = event("paused");
        event.addProperty("reason", reason);
        print(event);
    }

    @Override
    public void proceeded() {
        print(event("proceeded"));
    }

    @Override
    public void exchanged(Exchange exchange) {
        JsonObject event = event("exchanged");
        gson.toJsonTree(exchange).getAsJsonObject().entrySet().forEach(e -> event.add(e.getKey(), e.getValue()));
        print(event);
    }

    @Override
    public void changed(Experiment previous, Experiment experiment) {
        JsonObject event = event("changed");
        for (Difference difference : Difference.between(previous, experiment)) {
            event.addProperty(difference.path(), difference.after().orElse("gone"));
        }
        print(event);
    }

    @Override
    public void optimizerReset(String reason) {
        JsonObject event = event("optimizer-reset");
        event.addProperty("reason", reason);
        print(event);
    }

    @Override
    public void checkpoint(int iteration, ComputationGraph network) {
        JsonObject event = event("checkpoint");
        event.addProperty("iteration", iteration);
        print(event);
    }

    @Override
    public void ended(Ending ending, Path folder) {
        JsonObject event = event(ending.kind().name().toLowerCase(Locale.ROOT));
        event.addProperty("iteration", ending.iteration());
        event.addProperty("reason", ending.reason());
        event.addProperty("folder", folder.toString());
        print(event);
    }

    private static JsonObject event(String name) {
        JsonObject event = new JsonObject();
        event.addProperty("event", name);
        return event;
    }

    private void print(JsonObject event) {
        out.println(gson.toJson(event));
        out.flush();
    }
}
