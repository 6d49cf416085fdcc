package org.physgrad.engine.training;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

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
     * Called when the state of the network shall be kept: before the first iteration, at the experiment's interval, and at the end.
     *
     * @param iteration number of iterations that went into it
     * @param network parameters, running statistics and updater state; not to be kept after the call
     */
    default void checkpoint(int iteration, ComputationGraph network) {}

    /**
     * What a run starts with.
     *
     * @param metricNames names of the problem's metrics
     * @param executor type name of the executor that was chosen
     * @param note why faster executors were passed over, empty if none was
     * @param threads processor threads in use
     * @param backend the numerics back end, for people
     * @param parameters number of trainable weights
     */
    record Start(
            List<String> metricNames, String executor, String note, int threads, String backend, long parameters) {}
}
