package org.physgrad.engine.training;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.api.NetworkExecution;
import org.physgrad.api.Problem;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.math.PhiloxStreams;
import org.physgrad.ml.MlPlatform;

/** One run of an experiment, from binding its parts to its end. */
public final class TrainingRun implements AutoCloseable {

    private final Experiment experiment;
    private final Parts parts;
    private final ComputationGraph graph;
    private final Parts.ChosenExecutor executor;
    private int first;
    private volatile boolean cancelled;

    private TrainingRun(Experiment experiment, Parts parts) {
        this.experiment = experiment;
        this.parts = parts;
        this.graph = initialNetwork();
        this.executor = parts.executor(experiment.executor(), graph);
    }

    /**
     * Binds the parts of an experiment.
     *
     * @param catalog the installed parts
     * @param experiment the experiment
     * @return the run, ready to start; close it afterwards
     * @throws org.physgrad.engine.experiment.InvalidExperimentException if the parts do not fit together
     */
    public static TrainingRun bind(Catalog catalog, Experiment experiment) {
        MlPlatform.prepare();
        Parts parts = Parts.bind(catalog, experiment);
        try {
            return new TrainingRun(experiment, parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /**
     * The network, with the weights of the last checkpoint, or the initial ones before the run.
     *
     * @return the DL4J graph
     */
    public ComputationGraph network() {
        return graph;
    }

    /**
     * Continues an earlier run instead of beginning a new one: the numbers are those of a run that was never interrupted.
     *
     * @param state a checkpoint of a run of the same experiment
     * @throws IllegalArgumentException if it belongs to another network; the message names both sizes
     */
    public void continueFrom(TrainingState state) {
        state.restore(graph);
        first = state.iteration();
    }

    /** Asks the run to end after the iteration it is in. May be called from any thread, also before the start. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Trains until all iterations are done, the run is cancelled, or a number stops being finite.
     *
     * @param listener follows the run
     * @return how it ended
     * @throws RuntimeException what a part or the listener threw
     */
    public Ending train(TrainingListener listener) {
        int threads = experiment.threads() > 0
                ? experiment.threads()
                : Runtime.getRuntime().availableProcessors();
        // Loops over a batch use the threads of the pool that they are called in: this pool is the share of the
        // processor that the run may use.
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            ForkJoinTask<Ending> task = pool.submit(() -> train(listener, threads));
            return task.get();
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training", e);
        } finally {
            pool.shutdown();
        }
    }

    @Override
    public void close() {
        parts.close();
    }

    private Ending train(TrainingListener listener, int threads) {
        String backend = MlPlatform.start(threads);
        Problem problem = parts.problem();
        try (NetworkExecution execution =
                executor.executor().open(graph, problem.inputShape(), experiment.batchSize(), threads)) {
            listener.started(new TrainingListener.Start(
                    problem.metricNames(),
                    executor.name(),
                    executor.note(),
                    threads,
                    backend,
                    NetworkSize.trainable(graph)));
            return iterate(listener, new Algorithm1(experiment, parts, execution), execution);
        }
    }

    private Ending iterate(TrainingListener listener, Algorithm1 algorithm, NetworkExecution execution) {
        int last = first;
        if (first == 0) {
            checkpoint(listener, last, execution);
        }
        int kept = last;
        while (last < experiment.iterations() && !cancelled) {
            Algorithm1.Step step = algorithm.iterate(last + 1);
            if (!step.divergence().isEmpty()) {
                return new Ending(Ending.Kind.DIVERGED, last, step.divergence());
            }
            last++;
            listener.iterated(step.record());
            if (last % experiment.checkpointEvery() == 0) {
                checkpoint(listener, last, execution);
                kept = last;
            }
        }
        if (kept != last) {
            checkpoint(listener, last, execution);
        }
        return last < experiment.iterations()
                ? new Ending(Ending.Kind.CANCELLED, last, "cancelled")
                : new Ending(Ending.Kind.DONE, last, "");
    }

    private ComputationGraph initialNetwork() {
        Problem problem = parts.problem();
        ComputationGraph network = new ComputationGraph(parts.network()
                .configure(
                        problem.inputShape(),
                        problem.outputShape(),
                        parts.optimizer().updater()));
        network.init();
        parts.network().initialize(network, new PhiloxStreams(experiment.seed(), 0).stream("initial-weights"));
        return network;
    }

    private void checkpoint(TrainingListener listener, int iteration, NetworkExecution execution) {
        execution.synchronize();
        listener.checkpoint(iteration, graph);
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
