package org.physgrad.engine.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.physgrad.engine.catalog.Catalog;
import org.physgrad.engine.catalog.PartType;
import org.physgrad.engine.experiment.Experiment;
import org.physgrad.ml.MlPlatform;

/**
 * One run of an experiment, from binding its parts to its end. While it trains, its parts may be exchanged: by updating their bundles or by changing the
 * experiment. The run then continues at the next iteration with the same weights. A part that is gone, or a new one that fails, pauses the run.
 */
public final class TrainingRun implements AutoCloseable {

    /** An update takes a part away for a moment; only a longer absence is worth a word. */
    private static final long UPDATE_MILLISECONDS = 2000;

    private final Catalog catalog;
    private final RunControl control;
    private Experiment experiment;
    private Assembly assembly;
    private Optional<TrainingState> initial = Optional.empty();
    private Optional<String> reset = Optional.empty();
    private boolean exchanged; // and not yet tried

    private TrainingRun(Catalog catalog, Experiment experiment, Assembly assembly) {
        this.catalog = catalog;
        this.control = new RunControl(experiment);
        this.experiment = experiment;
        this.assembly = assembly;
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
        Assembly assembly = Assembly.bind(catalog, experiment);
        return new TrainingRun(catalog, assembly.experiment(), assembly);
    }

    /**
     * What is run: the experiment as it was given, with the checksums of the files that it names.
     *
     * @return the experiment before the run, or as it was changed last
     */
    public Experiment experiment() {
        return experiment;
    }

    /**
     * The network, with the weights of the last checkpoint, or the initial ones before the run.
     *
     * @return the DL4J graph
     */
    public ComputationGraph network() {
        return assembly.graph();
    }

    /**
     * Continues an earlier run instead of beginning a new one: the numbers are those of a run that was never interrupted. If the experiment has another
     * optimizer since, that one starts from an empty state.
     *
     * @param state a checkpoint of a run of the same experiment
     * @throws IllegalArgumentException if it belongs to another network; the message names both sizes
     */
    public void continueFrom(TrainingState state) {
        reset = state.restore(assembly.graph());
        initial = Optional.of(state);
    }

    /** Asks the run to end after the iteration it is in. May be called from any thread, also before the start. */
    public void cancel() {
        control.cancel();
    }

    /** Asks the run to wait after the iteration it is in. May be called from any thread, also before the start. */
    public void pause() {
        control.pause(true);
    }

    /** Lets a paused run go on. May be called from any thread. */
    public void proceed() {
        control.pause(false);
    }

    /**
     * Asks the run to go on with other settings or other parts, from the next iteration. May be called from any thread.
     *
     * @param change makes the experiment as it shall be of the one that was asked for last, which the run need not have met yet; the network must have as
     *     many weights as before. If its parts cannot be had, or do not fit, the run pauses and says why
     * @throws RuntimeException what the change throws; nothing changes then
     */
    public void change(UnaryOperator<Experiment> change) {
        control.change(change);
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
        Catalog.Watch watch = catalog.watch(control);
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
            watch.close();
            pool.shutdown();
        }
    }

    @Override
    public void close() {
        if (assembly != null) {
            assembly.close();
        }
    }

    private Ending train(TrainingListener listener, int threads) throws InterruptedException {
        String backend = MlPlatform.start(threads);
        try {
            open(threads);
            listener.started(assembly.start(threads, backend));
            reset.ifPresent(listener::optimizerReset);
            return iterate(listener, threads);
        } finally {
            close();
            control.letGo();
        }
    }

    private Ending iterate(TrainingListener listener, int threads) throws InterruptedException {
        int last = initial.map(TrainingState::iteration).orElse(0);
        int kept = last;
        if (initial.isEmpty()) {
            checkpoint(listener, last);
        }
        boolean going = true;
        while (going && last < experiment.iterations() && !control.cancelled()) {
            Optional<Pause> trouble = Optional.empty();
            if (!control.requested()) {
                Attempt attempt = attempt(last + 1, listener);
                trouble = attempt.trouble();
                if (attempt.diverged()) {
                    return new Ending(Ending.Kind.DIVERGED, last, attempt.step().divergence());
                }
                if (trouble.isEmpty()) {
                    exchanged = false; // the new parts work; what fails from now on is no matter of the exchange
                    last++;
                    listener.iterated(attempt.step().record());
                    assembly.validate(last).ifPresent(listener::validated);
                }
            }
            boolean interrupted = control.requested() || trouble.isPresent();
            if (kept != last && (interrupted || last % experiment.checkpointEvery() == 0)) {
                checkpoint(listener, last);
                kept = last;
            }
            if (interrupted) {
                going = answer(listener, last, threads, trouble);
            }
        }
        if (kept != last) {
            checkpoint(listener, last);
        }
        return last < experiment.iterations()
                ? new Ending(Ending.Kind.CANCELLED, last, "cancelled")
                : new Ending(Ending.Kind.DONE, last, "");
    }

    /** Why a run has to wait. */
    private record Pause(String reason, Optional<Throwable> cause) {}

    /** What came of one iteration: its result, or why it has to be tried again with other parts. */
    private record Attempt(Algorithm.Step step, Optional<Pause> trouble) {

        boolean diverged() {
            return trouble.isEmpty() && !step.divergence().isEmpty();
        }
    }

    private Attempt attempt(int iteration, TrainingListener listener) {
        try {
            Algorithm.Step step = assembly.algorithm().iterate(iteration, listener);
            return exchanged && !step.divergence().isEmpty()
                    ? new Attempt(step, Optional.of(new Pause(step.divergence(), Optional.empty())))
                    : new Attempt(step, Optional.empty());
        } catch (RuntimeException | LinkageError e) { // classes of a bundle may miss what they were built against
            if (!exchanged) {
                throw e;
            }
            return new Attempt(
                    null,
                    Optional.of(
                            new Pause("iteration " + iteration + " failed with the new parts: " + e, Optional.of(e))));
        }
    }

    /** Meets what was asked for between two iterations. Returns false if the run ends with it. */
    private boolean answer(TrainingListener listener, int last, int threads, Optional<Pause> trouble)
            throws InterruptedException {
        control.answered();
        if ((control.stale() || trouble.isPresent()) && !rebind(listener, last, threads, trouble)) {
            return false;
        }
        if (control.paused() && !control.cancelled()) {
            listener.paused("as asked", Optional.empty());
            control.awaitProceed();
            if (!control.paused()) {
                listener.proceeded();
            }
        }
        return true;
    }

    /**
     * Lets all parts go and puts the run together anew; waits for parts that are missing or, after trouble, for others.
     *
     * @return false if the run was cancelled meanwhile
     */
    private boolean rebind(TrainingListener listener, int last, int threads, Optional<Pause> trouble)
            throws InterruptedException {
        List<PartType> before = assembly.types();
        List<String> metricNames = assembly.metricNames();
        TrainingState state = assembly.capture(last);
        close();
        assembly = null; // nothing may keep the classes of a bundle that goes
        Experiment previous = experiment;
        long seen = control.arrivals();
        experiment = control.letGo();
        Optional<Pause> pause = trouble;
        boolean told = false;
        while (true) {
            if (pause.isEmpty()) {
                seen = control.arrivals();
                pause = tryToBind(state, metricNames, threads);
                if (pause.isEmpty()) {
                    break;
                }
            }
            if (!told && (trouble.isPresent() || !control.awaitArrival(seen, UPDATE_MILLISECONDS))) {
                listener.paused(pause.get().reason(), pause.get().cause());
                told = true;
            }
            control.awaitArrival(seen, Long.MAX_VALUE);
            if (control.cancelled()) {
                return false;
            }
            experiment = control.letGo();
            pause = Optional.empty();
        }
        if (told) {
            listener.proceeded();
        }
        tell(listener, previous, before);
        return true;
    }

    private Optional<Pause> tryToBind(TrainingState state, List<String> metricNames, int threads) {
        try {
            assembly = Assembly.bind(catalog, experiment);
            if (!assembly.metricNames().equals(metricNames)) {
                throw new IllegalArgumentException(
                        "the problem now measures " + assembly.metricNames() + ", and the run records " + metricNames);
            }
            experiment = assembly.experiment();
            reset = state.restore(assembly.graph());
            open(threads);
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) { // classes of a bundle may miss what they were built against
            close();
            assembly = null;
            return Optional.of(new Pause("the parts do not come together: " + e.getMessage(), Optional.of(e)));
        }
    }

    private void tell(TrainingListener listener, Experiment previous, List<PartType> before) {
        Set<String> left = control.takeLeft();
        for (PartType now : assembly.types()) {
            for (PartType then : before) {
                boolean renewed =
                        !now.provider().equals(then.provider()) || !now.name().equals(then.name());
                if (now.kind().equals(then.kind()) && (renewed || left.contains(RunControl.key(then)))) {
                    exchanged = true;
                    listener.exchanged(new Exchange(now.kind().name(), now.name(), then.provider(), now.provider()));
                }
            }
        }
        if (!experiment.equals(previous)) {
            exchanged = true;
            listener.changed(previous, experiment);
        }
        reset.ifPresent(listener::optimizerReset);
    }

    private void open(int threads) {
        assembly.open(threads);
        control.bound(assembly.types());
        control.iterating();
    }

    private void checkpoint(TrainingListener listener, int iteration) {
        listener.checkpoint(iteration, assembly.synchronizedGraph());
    }

    private static RuntimeException rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
