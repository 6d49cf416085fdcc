package org.physgrad.cli;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.TrainingListener;

/** Passes what happens in a run on to several listeners, in their order. */
final class Listeners implements TrainingListener {

    private final List<TrainingListener> listeners;

    Listeners(TrainingListener... listeners) {
        this.listeners = List.of(listeners);
    }

    @Override
    public void started(Start start) {
        listeners.forEach(listener -> listener.started(start));
    }

    @Override
    public void iterated(IterationRecord iteration) {
        listeners.forEach(listener -> listener.iterated(iteration));
    }

    @Override
    public void checkpoint(int iteration, ComputationGraph network) {
        listeners.forEach(listener -> listener.checkpoint(iteration, network));
    }
}
