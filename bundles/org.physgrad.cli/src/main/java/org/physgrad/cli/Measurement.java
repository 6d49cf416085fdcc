package org.physgrad.cli;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.Phase;

/**
 * The times of one experiment with one executor.
 *
 * @param experiment name of the experiment
 * @param executor name of the executor
 * @param threads processor threads
 * @param times the iterations
 */
record Measurement(String experiment, String executor, int threads, IterationTimes times) {

    String toText() {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-22s %-11s %18s %18s",
                experiment,
                executor,
                text(IterationRecord::wallSeconds),
                text(IterationRecord::cpuSeconds)));
        for (Phase phase : Phase.values()) {
            line.append(String.format(Locale.ROOT, " %9.3g", median(phase)));
        }
        return line.toString();
    }

    JsonObject toJson() {
        JsonObject object = new JsonObject();
        object.addProperty("experiment", experiment);
        object.addProperty("executor", executor);
        object.addProperty("threads", threads);
        object.addProperty("iterations", times.count());
        object.addProperty("wall_median", times.quantile(0.5, IterationRecord::wallSeconds));
        object.addProperty("wall_spread", spread(IterationRecord::wallSeconds));
        object.addProperty("cpu_median", times.quantile(0.5, IterationRecord::cpuSeconds));
        object.addProperty("cpu_spread", spread(IterationRecord::cpuSeconds));
        for (Phase phase : Phase.values()) {
            object.addProperty(phase.name().toLowerCase(Locale.ROOT) + "_median", median(phase));
        }
        return object;
    }

    private double median(Phase phase) {
        return times.quantile(0.5, record -> record.secondsByPhase().getOrDefault(phase, 0.0));
    }

    private double spread(ToDoubleFunction<IterationRecord> time) {
        return 0.5 * (times.quantile(0.75, time) - times.quantile(0.25, time));
    }

    private String text(ToDoubleFunction<IterationRecord> time) {
        return String.format(Locale.ROOT, "%.4g +- %.2g", times.quantile(0.5, time), spread(time));
    }
}
