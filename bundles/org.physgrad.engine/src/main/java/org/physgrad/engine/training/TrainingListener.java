package org.physgrad.engine.training;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.experiment.Experiment;

/** Follows a training run. Called on the thread that trains: what takes long here slows the run. */
public interface TrainingListener {

    /**
     * Called once before the first iteration.
     *
     * @param start what the run starts with
     */
    default void started(Start start) {}

    /**
     * Called after each iteration.
     *
     * @param iteration what it measured
     */
    default void iterated(IterationRecord iteration) {}

    /**
     * Called after an iteration in which the network was measured with the examples that are kept from training.
     *
     * @param validation what was measured
     */
    default void validated(ValidationRecord validation) {}

    /**
     * Asks whether to hand out what the next iteration works with.
     *
     * @param iteration number of the iteration that begins
     * @return true to have {@link #sampled} called in it
     */
    default boolean wantsSample(int iteration) {
        return false;
    }

    /**
     * Called within an iteration, after the training scheme and before the weights change, if {@link #wantsSample} asked for it.
     *
     * @param sample what the iteration works with; valid during the call
     */
    default void sampled(Sample sample) {}

    /**
     * Called when the run begins to wait between two iterations.
     *
     * @param reason what it waits for, for people
     * @param cause what was thrown, empty if nothing was
     */
    default void paused(String reason, Optional<Throwable> cause) {}

    /** Called when a run that waited goes on. */
    default void proceeded() {}

    /**
     * Called when another part has taken the place of one, before the first iteration with it.
     *
     * @param exchange which one
     */
    default void exchanged(Exchange exchange) {}

    /**
     * Called when the run goes on with other settings, before the first iteration with them.
     *
     * @param previous the experiment until now
     * @param experiment the experiment from now on
     */
    default void changed(Experiment previous, Experiment experiment) {}

    /**
     * Called when the weight optimizer starts from an empty state though the run does not: the one so far was of another update rule.
     *
     * @param reason of which, for people
     */
    default void optimizerReset(String reason) {}

    /**
     * Called when the state of the network shall be kept: before the first iteration, at the experiment's interval, when the run is interrupted, and at the
     * end.
     *
     * @param iteration number of iterations that went into it
     * @param network parameters, running statistics and updater state; not to be kept after the call
     */
    default void checkpoint(int iteration, ComputationGraph network) {}

    /**
     * What a run starts with.
     *
     * @param metricNames names of the problem's metrics that are measured
     * @param examples what the run trains with, for people; empty if the problem draws its examples
     * @param executor type name of the executor that was chosen
     * @param note why faster executors were passed over, empty if none was
     * @param threads processor threads in use
     * @param device what computes the network beside the processor, for people, such as a GPU and what else runs there; empty for the processor alone
     * @param backend the numerics back end on the processor, for people
     * @param parameters number of trainable weights
     */
    record Start(
            List<String> metricNames,
            String examples,
            String executor,
            String note,
            int threads,
            String device,
            String backend,
            long parameters) {}
}
