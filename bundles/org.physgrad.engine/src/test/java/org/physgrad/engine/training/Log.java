package org.physgrad.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.experiment.Difference;
import org.physgrad.engine.experiment.Experiment;

/** What a run tells, and what a test does at an iteration or a pause. */
final class Log implements TrainingListener {
    final List<String> events = new ArrayList<>();
    final List<Map<String, Double>> metrics = new ArrayList<>();
    final List<Integer> checkpoints = new ArrayList<>();
    final IntConsumer after;
    Runnable atPause = () -> {};
    Ending ending;

    Log(IntConsumer after) {
        this.after = after;
    }

    @Override
    public void iterated(IterationRecord iteration) {
        metrics.add(iteration.metrics());
        after.accept(iteration.iteration());
    }

    @Override
    public void paused(String reason, Optional<Throwable> cause) {
        events.add("paused " + reason);
        Changes.elsewhere(atPause);
    }

    @Override
    public void proceeded() {
        events.add("proceeded");
    }

    @Override
    public void exchanged(Exchange exchange) {
        events.add("exchanged " + exchange.kind() + " " + exchange.type() + " " + exchange.from() + " -> "
                + exchange.to());
    }

    @Override
    public void changed(Experiment previous, Experiment experiment) {
        Difference.between(previous, experiment).forEach(difference -> events.add("changed " + difference.path()));
    }

    @Override
    public void optimizerReset(String reason) {
        events.add("reset " + reason);
    }

    @Override
    public void checkpoint(int iteration, ComputationGraph network) {
        checkpoints.add(iteration);
    }
}
