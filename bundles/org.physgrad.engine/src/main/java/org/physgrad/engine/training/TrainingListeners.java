package org.physgrad.engine.training;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.experiment.Experiment;

/** Passes what happens in a run on to several listeners, in their order. */
public final class TrainingListeners implements TrainingListener {

    private final List<TrainingListener> listeners;

    /**
     * Joins listeners.
     *
     * @param listeners whom to tell, in this order
     */
    public TrainingListeners(List<? extends TrainingListener> listeners) {
        this.listeners = List.copyOf(listeners);
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
    public void validated(ValidationRecord validation) {
        listeners.forEach(listener -> listener.validated(validation));
    }

    @Override
    public boolean wantsSample(int iteration) {
        return listeners.stream().anyMatch(listener -> listener.wantsSample(iteration));
    }

    @Override
    public void sampled(Sample sample) {
        listeners.stream()
                .filter(listener -> listener.wantsSample(sample.iteration()))
                .forEach(listener -> listener.sampled(sample));
    }

    @Override
    public void paused(String reason, Optional<Throwable> cause) {
        listeners.forEach(listener -> listener.paused(reason, cause));
    }

    @Override
    public void proceeded() {
        listeners.forEach(TrainingListener::proceeded);
    }

    @Override
    public void exchanged(Exchange exchange) {
        listeners.forEach(listener -> listener.exchanged(exchange));
    }

    @Override
    public void changed(Experiment previous, Experiment experiment) {
        listeners.forEach(listener -> listener.changed(previous, experiment));
    }

    @Override
    public void optimizerReset(String reason) {
        listeners.forEach(listener -> listener.optimizerReset(reason));
    }

    @Override
    public void checkpoint(int iteration, ComputationGraph network) {
        listeners.forEach(listener -> listener.checkpoint(iteration, network));
    }
}
