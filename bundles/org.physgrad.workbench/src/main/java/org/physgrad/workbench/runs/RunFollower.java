package org.physgrad.workbench.runs;

import java.util.Optional;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.experiment.Difference;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.engine.training.Exchange;
import org.physgrad.engine.training.IterationRecord;
import org.physgrad.engine.training.Sample;
import org.physgrad.engine.training.TrainingListener;
import org.physgrad.engine.training.ValidationRecord;

/** Copies what happens in a training run to where the window looks. */
final class RunFollower implements TrainingListener {

    private final TrackedRun run;

    RunFollower(TrackedRun run) {
        this.run = run;
    }

    @Override
    public void started(Start start) {
        String note = start.note().isEmpty() ? "" : " (" + start.note() + ")";
        String computer = start.executor() + " on " + start.threads() + (start.threads() == 1 ? " thread" : " threads");
        run.computedBy(computer);
        run.note("trains " + start.parameters() + " weights with " + computer + note, false);
    }

    @Override
    public void iterated(IterationRecord iteration) {
        run.iterated(iteration);
    }

    @Override
    public void validated(ValidationRecord validation) {
        run.validated(validation);
    }

    @Override
    public boolean wantsSample(int iteration) {
        return run.wantsSample(iteration);
    }

    @Override
    public void sampled(Sample sample) {
        run.sampled(sample);
    }

    @Override
    public void paused(String reason, Optional<Throwable> cause) {
        run.enter(RunState.PAUSED, reason);
        run.note("paused: " + reason, !reason.equals("as asked"));
    }

    @Override
    public void proceeded() {
        run.enter(RunState.RUNNING, "");
        run.note("goes on", false);
    }

    @Override
    public void exchanged(Exchange exchange) {
        run.note(exchange.kind() + " " + exchange.type() + " is now from " + exchange.to(), false);
    }

    @Override
    public void changed(Experiment previous, Experiment experiment) {
        run.changed(experiment);
        run.note(
                Difference.between(previous, experiment).stream()
                        .map(change -> change.path() + ": " + change.before().orElse("none") + " -> "
                                + change.after().orElse("none"))
                        .collect(Collectors.joining(", ")),
                false);
    }

    @Override
    public void optimizerReset(String reason) {
        run.note("the optimizer starts from an empty state: " + reason, false);
    }

    @Override
    public void checkpoint(int iteration, ComputationGraph network) {
        run.note("checkpoint of iteration " + iteration, false);
    }
}
