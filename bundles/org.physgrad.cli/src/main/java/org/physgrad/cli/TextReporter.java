package org.physgrad.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.physgrad.engine.experiment.Difference;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.training.Ending;
import org.physgrad.engine.training.Exchange;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.ValidationRecord;

/** Tells people how a run goes: one line that is drawn over on a terminal, a line now and then elsewhere. */
final class TextReporter implements RunReporter {

    private static final int BAR_WIDTH = 24;
    private static final long TERMINAL_INTERVAL = Duration.ofMillis(100).toNanos();
    private static final long PLAIN_INTERVAL = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final Experiment experiment;
    private long begin;
    private int before; // iterations that were done before this start
    private long lastPrint;
    private IterationRecord lastIteration;
    private boolean lastShown;
    private boolean lineOpen;

    TextReporter(PrintWriter out, boolean terminal, Experiment experiment) {
        this.out = out;
        this.terminal = terminal;
        this.experiment = experiment;
    }

    @Override
    public void opened(Path folder) {
        say("Running " + experiment.name() + " in " + folder);
    }

    @Override
    public void started(Start start) {
        begin = System.nanoTime();
        say(String.format(
                Locale.ROOT,
                "%d iterations of batch %d, %,d weights, executor %s (%s%s)",
                experiment.iterations(),
                experiment.batchSize(),
                start.parameters(),
                start.executor(),
                start.device().isEmpty() ? "" : start.device() + "; ",
                start.backend()));
        if (!start.examples().isEmpty()) {
            say("Training with " + start.examples());
        }
        if (!start.note().isEmpty()) {
            say("Note: " + start.note());
        }
    }

    @Override
    public void iterated(IterationRecord iteration) {
        if (lastIteration == null) {
            before = iteration.iteration() - 1;
        }
        lastIteration = iteration;
        long now = System.nanoTime();
        boolean due = now - lastPrint >= (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL);
        if (iteration.iteration() == 1 || due) {
            lastPrint = now;
            show(iteration);
        }
        lastShown = lastPrint == now;
    }

    @Override
    public void validated(ValidationRecord validation) {
        say(String.format(
                Locale.ROOT,
                "Validation after %d, with %d examples:%s",
                validation.iteration(),
                validation.examples(),
                words(validation.metrics())));
    }

    @Override
    public void paused(String reason, Optional<Throwable> cause) {
        say("Paused: " + reason);
    }

    @Override
    public void proceeded() {
        say("Going on");
    }

    @Override
    public void exchanged(Exchange exchange) {
        say("The " + exchange.kind() + " '" + exchange.type() + "' now comes from " + exchange.to() + ", before from "
                + exchange.from());
    }

    @Override
    public void changed(Experiment previous, Experiment changed) {
        for (Difference difference : Difference.between(previous, changed)) {
            say(difference.path() + " is now " + difference.after().orElse("gone"));
        }
    }

    @Override
    public void optimizerReset(String reason) {
        say("The optimizer starts from an empty state: " + reason);
    }

    @Override
    public void ended(Ending ending, Path folder) {
        if (lastIteration != null && !lastShown) {
            show(lastIteration);
        }
        String how = switch (ending.kind()) {
            case DONE -> "Done";
            case CANCELLED -> "Cancelled, the checkpoint is kept,";
            case DIVERGED -> "Diverged";
        };
        say(how + " after " + ending.iteration() + " iterations. Results: " + folder);
    }

    private void show(IterationRecord iteration) {
        StringBuilder line = new StringBuilder();
        double fraction = iteration.iteration() / (double) experiment.iterations();
        if (terminal) {
            int filled = (int) Math.round(fraction * BAR_WIDTH);
            line.append('[')
                    .append("#".repeat(filled))
                    .append(".".repeat(BAR_WIDTH - filled))
                    .append("] ");
        }
        line.append(iteration.iteration()).append('/').append(experiment.iterations());
        line.append(words(iteration.metrics()));
        double perIteration = (System.nanoTime() - begin) * 1e-9 / (iteration.iteration() - before);
        line.append(String.format(Locale.ROOT, "  %.3g s/it", perIteration));
        long left = Math.round(perIteration * (experiment.iterations() - iteration.iteration()));
        line.append(String.format(Locale.ROOT, "  %d:%02d left", left / 60, left % 60));
        if (terminal) {
            // Clears what a longer line before left behind.
            out.print("\r" + line + "\u001b[K");
            lineOpen = true;
        } else {
            out.println(line);
        }
        out.flush();
    }

    private static String words(Map<String, Double> metrics) {
        StringBuilder words = new StringBuilder();
        metrics.forEach((name, value) -> words.append(String.format(Locale.ROOT, "  %s %.5g", name, value)));
        return words.toString();
    }

    private void say(String text) {
        if (lineOpen) {
            out.println();
            lineOpen = false;
        }
        out.println(text);
        out.flush();
    }
}
